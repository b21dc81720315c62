/** How much of a message is worked out, and in which form. */
import type { ItemBody } from '#contract/graph.ts';

export interface Dressing {
  readonly bodyType?: ItemBody['contentType'] | undefined;
  /** Ids that outlive a move. */
  readonly lastingIds?: boolean;
  /** Which members are made at all; every one of them unless said. */
  readonly wants?: ((member: string) => boolean) | undefined;
  /** Nobody is shown it: what always comes is left out as well, and the letter is not kept as one that was read. */
  readonly isGlance?: true;
}

const ofTheBody = ['body', 'bodyPreview', 'uniqueBody'];

export function isOfTheBody(member: string): boolean {
  return ofTheBody.includes(member);
}

/** Without body and preview, which are dear. */
export const envelope: Dressing = { wants: (member) => !isOfTheBody(member) };

/** The members that these paths begin with, for whoever looks through many. */
export function only(paths: readonly string[]): Dressing {
  const members = new Set(paths.map((path) => path.split('/')[0]));
  return { wants: (member) => members.has(member), isGlance: true };
}
