/** How much of a message is worked out, and in which form. */
import type { ItemBody } from '#contract/graph.ts';

export interface Dressing {
  readonly bodyType?: ItemBody['contentType'] | undefined;
  /** Ids that outlive a move. */
  readonly lastingIds?: boolean;
  /** Which members are made at all; every one of them unless said. */
  readonly wants?: ((member: string) => boolean) | undefined;
}

const ofTheBody = ['body', 'bodyPreview', 'uniqueBody'];

export function isOfTheBody(member: string): boolean {
  return ofTheBody.includes(member);
}

/** Without body and preview, which are dear. */
export const envelope: Dressing = { wants: (member) => !isOfTheBody(member) };

/** The body, but no preview of it. */
export const withoutPreview: Dressing = { wants: (member) => member !== 'bodyPreview' };

/** The members that these paths begin with. */
export function only(paths: readonly string[]): Dressing {
  const members = new Set(paths.map((path) => path.split('/')[0]));
  return { wants: (member) => members.has(member) };
}
