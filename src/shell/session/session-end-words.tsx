import { useEffect } from 'react';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { endTold } from './end-told.ts';
import { sessionEndInWords } from './session-end.ts';
import { useSignIn } from './use-sign-in.ts';

/** Without a question where Microsoft still knows the person; where it called them back, its page asks at once. */
const anew = { kind: 'step-up', claims: undefined } as const;

export function SessionEndWords({ endsAt, now }: { endsAt: number; now: number }) {
  const { signIn, leaving } = useSignIn();
  const words = sessionEndInWords(endsAt, now);
  const isOver = endsAt <= now;
  useEffect(() => {
    endTold.set(isOver);
    return () => endTold.set(false);
  }, [isOver]);
  if (!words) return null;
  return (
    <Notice
      live="polite"
      icon="shield"
      title={words.title}
      actions={
        <Button
          {...(isOver && { kind: 'primary' })}
          isBusy={leaving}
          data-asks
          onClick={() => signIn(anew)}
        >
          Sign in again now
        </Button>
      }
    >
      <p>{words.explanation}</p>
    </Notice>
  );
}
