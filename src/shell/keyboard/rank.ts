/** Which commands fit what somebody typed, best first. */
import type { Command } from './commands.ts';

const fold = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Every word must occur; the beginning of the command counts more than the beginning of a word, that more than the rest. */
export function rank(commands: readonly Command[], text: string): Command[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...commands];
  return commands
    .flatMap((command) => {
      const scores = words.map((word) => score(fold(`${command.words} ${command.group}`), word));
      return scores.includes(0) ? [] : [{ command, score: scores.reduce((a, b) => a + b, 0) }];
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ command }) => command);
}

function score(name: string, word: string): number {
  if (name.startsWith(word)) return 4;
  if (name.includes(` ${word}`)) return 2;
  return name.includes(word) ? 1 : 0;
}
