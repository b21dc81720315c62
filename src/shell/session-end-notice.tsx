import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { sessionEndInWords } from './session-end.ts';
import { useNow } from './use-now.ts';
import { useSignIn } from './use-sign-in.ts';

/** Microsoft ends what a browser was given after a day, whatever is done with it; nobody shall be surprised. */
export function SessionEndNotice({ endsAt }: { endsAt: number }) {
  const { signIn, leaving } = useSignIn();
  const words = sessionEndInWords(endsAt, useNow(20_000));
  if (!words) return null;
  return (
    <Notice
      live="polite"
      icon="shield"
      title={words.title}
      actions={
        <Button disabled={leaving} onClick={() => signIn({ kind: 'restore' })}>
          Sign in again now
        </Button>
      }
    >
      <p>{words.explanation}</p>
    </Notice>
  );
}
