/** One or two letters that stand for a person, whatever the script of the name. */
export function initials(name: string): string {
  const words = name
    .replace(/[("'].*$/u, '')
    .split(/[\s.@_-]+/u)
    .filter((word) => /\p{L}|\p{N}/u.test(word));
  const first = words[0] ?? name.trim();
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (firstLetter(first) + (last ? firstLetter(last) : '')).toUpperCase();
}

/** A number below `count`, always the same for the same text. */
export function tint(text: string, count: number): number {
  let hash = 0;
  for (const character of text.toLowerCase()) hash = (hash * 31 + character.charCodeAt(0)) % 65_521;
  return hash % count;
}

function firstLetter(word: string): string {
  return /\p{L}|\p{N}/u.exec(word)?.[0] ?? '';
}
