import { expect, test } from 'vitest';
import { adele } from '#simulator/graph/graph-test-client.ts';
import { occasion } from './letter.ts';
import { makers } from './post.ts';
import { dice } from './random.ts';

test.each(['note', 'meeting', 'picture', 'plain', 'newsletter'] as const)(
  'a %s that only its subject is asked of puts no sentences together',
  (kind) => {
    const said: string[] = [];
    const now = occasion(dice(7, 400, 3), adele, Date.UTC(2026, 10, 20));
    const say = (phrase: string) => {
      said.push(phrase);
      return now.say(phrase);
    };
    const letter = makers[kind]({ ...now, say });
    expect(letter.subject).not.toBe('');
    const before = said.length;
    const { content } = letter.body;
    expect(said.length).toBeGreaterThan(before + 1);
    expect(letter.body.content).toBe(content);
  },
);
