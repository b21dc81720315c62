/** Sends what was done to messages, never more than the mailbox takes at once, and tells what became of each. */
import { graphBatch, type BatchRequest } from '#api/batch.ts';
import { ask } from '#api/request.ts';
import { scopes } from '#config/scopes.ts';
import { cloud } from '#config/settings.ts';

/** Outlook runs no more requests to one mailbox at once. */
const together = 4;

export type Outcome = 'done' | 'not-sent' | Error;

export async function send(
  requests: readonly BatchRequest[],
  signal: AbortSignal | undefined,
  onProgress: (done: number) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < requests.length; at += together) {
    const part = requests.slice(at, at + together);
    const last = outcomes.at(-1);
    // What failed for all of them would fail for the next ones, too.
    const isOver = signal?.aborted || (last instanceof Error && last.name !== 'ApiError');
    outcomes.push(...(isOver ? part.map((): Outcome => 'not-sent') : await sendPart(part)));
    onProgress(outcomes.length);
  }
  return outcomes;
}

/** One alone goes alone: it is answered sooner, and its refusal is the service's own. */
async function sendPart(part: readonly BatchRequest[]): Promise<Outcome[]> {
  try {
    const [first] = part;
    if (part.length === 1 && first) {
      await ask(cloud().graph, '/v1.0', { ...first, scopes: scopes.mailWrite });
      return ['done'];
    }
    const answers = await graphBatch(part, { scopes: scopes.mailWrite, size: together });
    return answers.map((answer) => ('error' in answer ? answer.error : 'done'));
  } catch (error) {
    const reason = error instanceof Error ? error : new Error(String(error));
    return part.map(() => reason);
  }
}
