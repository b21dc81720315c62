/** Does something to messages: at once on the screen, then at the service, and back on the screen where it refuses. */
import type { QueryClient } from '@tanstack/react-query';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { changeOf, concerned, inverse, inWords, removes, requestOf, type Act } from './act.ts';
import { intend } from './intention.ts';
import { addPending, dropPending, type Change, type Pending } from './pending.ts';
import { begin, end, report, undoTime, type Report } from './reports.ts';
import { send, type Outcome } from './send.ts';
import { forget, keep } from './settle.ts';

/** From here on it takes a while, and a person sees how far it is and can stop it. */
const many = 12;

/** @param quiet nothing is said about it unless it fails: it was not asked for by word or key */
export async function perform(
  queries: QueryClient,
  act: Act,
  messages: readonly MessageSummary[],
  { quiet = false }: { quiet?: boolean } = {},
): Promise<void> {
  const which = concerned(act, messages);
  if (which.length === 0) return;
  const changes = new Map(which.map((message) => [message, changeOf(act, message)]));
  addPending(queries, pendingOf(changes, which));
  if (!quiet) begin();
  const tell = (outcome: Report) => (quiet ? report.set(outcome) : end(outcome));

  const stop = new AbortController();
  const onProgress = (done: number) => {
    if (which.length < many) return;
    const progress = { done, total: which.length, stop: () => stop.abort() };
    report.set({ words: 'Working through the messages', progress });
  };
  onProgress(0);
  let isBack = false;
  const requests = which.map((message) => requestOf(act, message));
  const outcomes = await send(requests, stop.signal, onProgress);

  const at = (outcome: Outcome) => which.filter((_, index) => outcomes[index] === outcome);
  const done = at('done');
  const left = which.filter((message) => !done.includes(message));
  dropPending(queries, pendingOf(changes, left));
  const error = outcomes.find((outcome) => outcome instanceof Error);
  if (error) {
    if (!quiet) intend(act, left, error);
    tell({
      words: refusal(left.length, which.length),
      error,
      again: () => void perform(queries, act, left),
    });
  } else if (!quiet) {
    const undo = undoOf(queries, act, done, pendingOf(changes, done), () => (isBack = true));
    tell({ words: inWords(act, done.length), ...(undo && { undo }) });
  }
  if (!removes(act)) return keep(queries, pendingOf(changes, done));
  // What has left the list stays in the cache as long as it may come back.
  if (act.kind === 'move') await new Promise((after) => setTimeout(after, undoTime + 1000));
  if (!isBack) forget(queries, done, act);
}

function pendingOf(
  changes: ReadonlyMap<MessageSummary, Change>,
  messages: readonly MessageSummary[],
): Pending {
  return Object.fromEntries(messages.map((message) => [message.id, changes.get(message) ?? {}]));
}

function refusal(left: number, all: number): string {
  if (all === 1) return 'The message is as it was';
  return left === all
    ? 'The messages are as they were'
    : `${left.toLocaleString('en')} of ${all.toLocaleString('en')} messages are as they were`;
}

/** What takes it back; nothing where nothing does. */
function undoOf(
  queries: QueryClient,
  act: Act,
  done: readonly MessageSummary[],
  changes: Pending,
  onBack: () => void,
): (() => void) | undefined {
  const ways = done.flatMap((message) => {
    const back = inverse(act, message);
    return back ? [requestOf(back, message)] : [];
  });
  if (ways.length === 0 || ways.length < done.length) return undefined;
  const undo = async () => {
    onBack();
    report.set(undefined);
    dropPending(queries, changes);
    const outcomes = await send(ways, undefined, () => undefined);
    const error = outcomes.find((outcome) => outcome instanceof Error);
    if (error) {
      // It stays as it was done.
      addPending(queries, changes);
      return report.set({ words: 'This could not be taken back', error });
    }
    keep(queries, before(act, done));
    report.set({ words: 'Taken back' });
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
