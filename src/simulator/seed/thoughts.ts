/** What people say in a letter: chosen at once, put into words when somebody reads it. */
import type { EmailAddress } from '#contract/graph.ts';
import { company } from './company.ts';
import { escape, type Occasion } from './letter.ts';

/** Which sentences will be said, paragraph by paragraph, each by its place among those that are left. */
export function thoughts({ roll, words }: Occasion): number[][] {
  let left = words.sentences.length;
  const picks: number[][] = [];
  for (let more = roll.below(3); more >= 0; more--) {
    const paragraph: number[] = [];
    for (let sentence = roll.below(3); sentence >= 0; sentence--) {
      paragraph.push(roll.below(left--));
    }
    picks.push(paragraph);
  }
  return picks;
}

export function paragraphs({ say, words }: Occasion, picks: readonly number[][]): string[] {
  const left = [...words.sentences];
  return picks
    .map((paragraph) => paragraph.flatMap((pick) => left.splice(pick, 1).map(say)).join(' '))
    .filter(Boolean);
}

export function signature(from: EmailAddress): string {
  const house = from.address?.endsWith(company.domain) ? `${company.name}, Harbour House` : '';
  return `<div style="color:#6b7280; font-size:9.5pt">${escape(from.name ?? '')}<br>${house}</div>`;
}

const manners = [
  (text: string) =>
    `<div style="font-family:Calibri,Arial,Helvetica,sans-serif; font-size:11pt; color:rgb(0,0,0)">${text}</div>`,
  (text: string) =>
    `<p class="MsoNormal" style="margin:0 0 8pt; font-family:'Segoe UI',sans-serif; font-size:10.5pt">${text}</p>`,
  (text: string) => `<div dir="auto">${text}</div><br>`,
];

/** Decides what a letter says; @returns its words with greeting and signature, without what came before. */
export function thought(now: Occasion, from: EmailAddress): (extra?: string) => string {
  const manner = now.roll.of(manners);
  const greeting = now.roll.of(now.words.greetings);
  const body = thoughts(now);
  const closing = now.roll.of(now.words.closings);
  return (extra = '') => {
    const lines = [greeting, ...paragraphs(now, body)].map((line) => manner(escape(now.say(line))));
    return `${lines.join('\r\n')}${extra}${manner(escape(closing))}${signature(from)}`;
  };
}
