import { Component, type ReactNode } from 'react';

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

  override render() {
    const { caught } = this.state;
    return caught
      ? this.props.fallback(caught.error, () => this.setState({ caught: undefined }))
      : this.props.children;
  }
}
