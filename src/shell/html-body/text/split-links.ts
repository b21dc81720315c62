import { trimEnd } from '#lib/trim-end.ts';

export interface TextPart {
  readonly kind: 'text' | 'link';
  readonly words: string;
}

const address = /https?:\/\/[^\s<>"]+/gi;

/** What stands after an address more often than in it. A closing bracket belongs to it if it was opened in it. */
const afterwards = ".,;:!?'’”…)";

/** Takes a plain text apart into web addresses and what is between them. */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    const words = withoutEnd(match[0]);
    if (!URL.canParse(words)) continue;
    if (match.index > from) parts.push({ kind: 'text', words: text.slice(from, match.index) });
    parts.push({ kind: 'link', words });
    from = match.index + words.length;
  }
  if (from < text.length) parts.push({ kind: 'text', words: text.slice(from) });
  return parts;
}

function withoutEnd(found: string): string {
  const isClosedWithin = found.includes('(') && found.endsWith(')');
  return isClosedWithin ? found : trimEnd(found, afterwards);
}
