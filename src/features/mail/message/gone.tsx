import { useSpoken } from '#features/mail/acting/spoken.ts';
import { Button } from '#ui/button.tsx';
import { handOnToHeadingOrList } from '#ui/hand-on.ts';
import { Notice } from '#ui/notice.tsx';

/** Above a letter that was taken away elsewhere while somebody reads it: they may read on, or go. */
export function Gone({
  isMoved,
  onClose,
}: {
  /** It is there still, but not here. */
  isMoved: boolean;
  onClose: ((gone: boolean) => void) | undefined;
}) {
  const title = isMoved
    ? 'This message is no longer in this folder'
    : 'This message is no longer there';
  useSpoken(title);
  return (
    <div ref={handOnToHeadingOrList}>
      <Notice
        tone="warn"
        title={title}
        actions={onClose && <Button onClick={() => onClose(true)}>Close this message</Button>}
      >
        <p>
          {isMoved
            ? 'It was moved or deleted elsewhere, and lies in another folder now.'
            : 'It was deleted or moved elsewhere while you read it. What you see is what it was.'}
        </p>
      </Notice>
    </div>
  );
}
