/** Does something to messages: at once on the screen, then at the service, and back on the screen where it refuses. */
import type { QueryClient } from '@tanstack/react-query';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { changeOf, concerned, inverse, inWords, removes, requestOf, type Act } from './act.ts';
import { intend } from './intention.ts';
import { addPending, dropPending, type Change, type Pending } from './pending.ts';
import { begin, refuse, untilOver, type Doing, type Report } from './reports.ts';
import { send, type Outcome } from './send.ts';
import { comeBack, forget, keep, move, outdate } from './settle.ts';

/** From here on it takes a while, and a person sees how far it is and can stop it. */
const many = 12;

/** Messages that it concerns as well, and that have to be looked for first. */
export type Others = (
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
) => Promise<readonly MessageSummary[]>;

interface How {
  /** Nothing is said about it unless it fails: it was not asked for by word or key. */
  readonly quiet?: boolean;
  readonly others?: Others | undefined;
  /** It has been taken back on the screen, by the person or because nothing was done. */
  readonly onBack?: (() => void) | undefined;
}

export async function perform(
  queries: QueryClient,
  act: Act,
  messages: readonly MessageSummary[],
  { quiet = false, others, onBack }: How = {},
): Promise<void> {
  const known = concerned(act, messages);
  if (known.length === 0 && !others) return;
  addPending(queries, changesOf(act, known));
  const doing = quiet ? unsaid : begin();
  const stop = new AbortController();
  try {
    const more = others ? await others(stop.signal, telling(doing, 'Looking through', stop)) : [];
    const which = [...known, ...concerned(act, more)];
    addPending(queries, changesOf(act, which));
    const onProgress = telling(doing, 'Working through the messages', stop);
    const count = (done: number) => onProgress(done, which.length);
    count(0);
    const requests = which.map((message) => requestOf(act, message));
    const outcomes = await send(requests, stop.signal, count);
    await settle(queries, act, which, outcomes, doing, { quiet, onBack });
  } catch (error) {
    dropPending(queries, changesOf(act, known));
    doing.end(undefined);
    if (stop.signal.aborted) return;
    refuse({
      left: known.length,
      all: known.length,
      error: error instanceof Error ? error : new Error(String(error)),
      again: () => void perform(queries, act, messages, { quiet, others, onBack }),
    });
    onBack?.();
  }
}

const unsaid: Doing = { tell: () => undefined, end: () => undefined };

function telling({ tell }: Doing, words: string, stop: AbortController) {
  return (done: number, total: number) => {
    if (total >= many) tell({ words, progress: { done, total, stop: () => stop.abort() } });
  };
}

/** Keeps what was done and takes back what was not, each with its words. */
async function settle(
  queries: QueryClient,
  act: Act,
  which: readonly MessageSummary[],
  outcomes: readonly Outcome[],
  doing: Doing,
  { quiet = false, onBack }: How,
): Promise<void> {
  const done = which.filter((_, index) => outcomes[index] === 'done');
  const left = which.filter((message) => !done.includes(message));
  dropPending(queries, changesOf(act, left));
  const error = outcomes.find((outcome) => outcome instanceof Error);
  if (error) {
    if (!quiet) intend(act, left, error);
    const again = () => void perform(queries, act, left);
    refuse({ left: left.length, all: which.length, error, again });
    if (done.length === 0) onBack?.();
  }
  let isBack = false;
  const undo = error
    ? undefined
    : undoOf(queries, act, done, () => {
        isBack = true;
        onBack?.();
      });
  const isSaid = !quiet && !error && done.length > 0;
  const outcome: Report | undefined = isSaid
    ? { words: inWords(act, done.length), ...(undo && { undo }) }
    : undefined;
  if (removes(act)) move(queries, done, -1);
  if (act.kind === 'move' && done.length > 0) outdate(queries, act.to);
  doing.end(outcome);
  if (!removes(act)) return keep(queries, changesOf(act, done));
  // What has left the list stays in the cache as long as it may come back.
  if (outcome && undo) await untilOver(outcome);
  if (!isBack) forget(queries, done);
}

function changesOf(act: Act, messages: readonly MessageSummary[]): Pending {
  return Object.fromEntries(
    messages.map((message): [string, Change] => [message.id, changeOf(act, message)]),
  );
}

/** What takes it back; nothing where nothing does. */
function undoOf(
  queries: QueryClient,
  act: Act,
  done: readonly MessageSummary[],
  onBack: () => void,
): (() => void) | undefined {
  const ways = done.flatMap((message) => {
    const back = inverse(act, message);
    return back ? [requestOf(back, message)] : [];
  });
  if (ways.length === 0 || ways.length < done.length) return undefined;
  const undo = async () => {
    const doing = begin();
    dropPending(queries, changesOf(act, done));
    onBack();
    const outcomes = await send(ways, undefined, () => undefined);
    const error = outcomes.find((outcome) => outcome instanceof Error);
    if (error) {
      // It stays as it was done.
      addPending(queries, changesOf(act, done));
      doing.end(undefined);
      return refuse({ left: 0, all: 0, words: 'This could not be taken back', error });
    }
    if (removes(act)) {
      move(queries, done, 1);
      comeBack(queries, done);
    }
    keep(queries, before(act, done));
    doing.end({ words: 'Taken back' });
  };
  return () => void undo();
}

/** How the messages stood. */
function before(act: Act, messages: readonly MessageSummary[]): Pending {
  if (removes(act)) return {};
  return Object.fromEntries(
    messages.map(({ id, isRead, isFlagged, categories }) => [
      id,
      { isRead, isFlagged, categories },
    ]),
  );
}
