import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

/** Puts `text` on the clipboard and says that it did. `label` names what is copied. */
export function CopyButton({
  text,
  label = 'Copy',
  children,
}: {
  text: string;
  label?: string;
  /** Words on the button; only the icon without them. */
  children?: string;
}) {
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = () => {
    // Absent outside a secure context, whatever its type says.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    if (!clipboard) return setOutcome('refused');
    clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  };

  return (
    <>
      <Button
        kind="quiet"
        icon={outcome === 'copied' ? 'check' : outcome === 'refused' ? 'warning' : 'copy'}
        onClick={copy}
        {...(children ? {} : { label })}
      >
        {children}
      </Button>
      <VisuallyHidden live>
        {outcome === 'copied' && 'Copied'}
        {outcome === 'refused' && 'The browser did not allow copying'}
      </VisuallyHidden>
    </>
  );
}
