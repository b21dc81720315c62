/** Lines of an earlier letter at the end of an answer: those that begin with `>`, and the line that introduces them. */

export interface TextParts {
  readonly own: string;
  /** Empty where nothing is quoted at the end, or where nothing stands before it. */
  readonly quoted: string;
}

export function splitQuoted(text: string): TextParts {
  const lines = text.split('\n');
  let from = lines.length;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at]?.trim() ?? '';
    if (line.startsWith('>')) from = at;
    else if (line !== '') break;
  }
  const original = lines.findIndex((line) => /^-{2,}\s*original message\s*-{2,}\s*$/i.test(line));
  if (original >= 0) from = Math.min(from, original);
  else if (from < lines.length) from = introduction(lines, from);
  const own = lines.slice(0, from).join('\n');
  return own.trim() && from < lines.length
    ? { own, quoted: lines.slice(from).join('\n') }
    : { own: text, quoted: '' };
}

/** "On Friday Lidia wrote:", in whatever language: a line that ends with a colon. */
function introduction(lines: readonly string[], from: number): number {
  let at = from - 1;
  while (at > 0 && lines[at]?.trim() === '') at -= 1;
  return lines[at]?.trimEnd().endsWith(':') ? at : from;
}
