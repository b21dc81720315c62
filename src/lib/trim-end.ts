/**
 * Without these signs at its end. Walked from the end: an expression such as `/[.!]+$/` tries every place where one of them
 * stands, and a stranger's text of a hundred thousand of them would hold up the page for minutes.
 */
export function trimEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(0, end);
}
