import { Component, type ReactNode } from 'react';
import { tryPartsAgain } from '#ui/lazy-part.tsx';

interface Props {
  fallback: (error: unknown, tryAgain: () => void) => ReactNode;
  children: ReactNode;
}

interface State {
  caught: { error: unknown } | undefined;
}

/** React has no hook for this: a class is the only way to catch what a child throws. */
export class FailureBoundary extends Component<Props, State> {
  override state: State = { caught: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { caught: { error } };
  }

  /** Whoever leaves a failure and comes back later has not asked for the same failure. */
  override componentWillUnmount() {
    if (this.state.caught) tryPartsAgain();
  }

  private readonly tryAgain = () => {
    tryPartsAgain();
    this.setState({ caught: undefined });
  };

  override render() {
    const { caught } = this.state;
    return caught ? this.props.fallback(caught.error, this.tryAgain) : this.props.children;
  }
}
