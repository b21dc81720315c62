/** Whether invented letters can fit a search or a filter at all, told by their words before one of them is made. */
import { vocabulary } from '#simulator/seed/vocabulary.ts';
import type { Mailbox } from '#simulator/seed/mailbox.ts';
import { folded, type Search } from './search-query.ts';

let words: { readonly of: string; readonly folded: string } | undefined;

export function isLikely(mailbox: Mailbox, text: string): boolean {
  const all = vocabulary(mailbox);
  if (words?.of !== all) words = { of: all, folded: folded(all) };
  const known = words.folded;
  return folded(text)
    .split(/[^\p{L}]+/u)
    .every((word) => word.length < 3 || /^[a-f]+$/.test(word) || known.includes(word));
}

/** Of a search, whatever is asked of other things than words. */
export function mayFit(mailbox: Mailbox, search: Search): boolean {
  if (search.kind === 'not') return true;
  if (search.kind !== 'term') {
    const fit = (part: Search) => mayFit(mailbox, part);
    return search.kind === 'and' ? search.parts.every(fit) : search.parts.some(fit);
  }
  const inWords = ['subject', 'body', 'from', undefined].includes(search.property);
  return !inWords || search.operator === '<>' || isLikely(mailbox, search.value);
}
