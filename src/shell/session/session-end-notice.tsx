import { useNow } from '#shell/use-now.ts';
import { SessionEndWords } from './session-end-words.tsx';

/** Microsoft ends what a browser was given after a day, whatever is done with it; nobody shall be surprised. */
export function SessionEndNotice({ endsAt }: { endsAt: number }) {
  return <SessionEndWords endsAt={endsAt} now={useNow(20_000)} />;
}
