/**
 * Every word that the invented letters can have. A word that is not among them need not be looked for in a hundred
 * thousand letters: only what people made here can have it.
 */
import { cultures, firms, latin } from './cultures.ts';
import { company } from './company.ts';
import { hostileLetters } from './hostile-letters.ts';
import type { Mailbox } from './mailbox.ts';
import { occasion } from './letter.ts';
import { people } from './people.ts';
import { news, phrasesIn, projects } from './phrases.ts';
import { makers } from './post.ts';
import { rarities } from './rare-letters.ts';
import { dice } from './random.ts';

let known: { readonly key: number; readonly text: string } | undefined;

/** @returns all words, as they are written; numbers aside, of which any may occur */
export function vocabulary({ owner, key, anchor }: Mailbox): string {
  if (known?.key === key) return known.text;
  const said = JSON.stringify([cultures, firms, company, people, news, phrasesIn, projects, owner]);
  // What the makers write besides phrases and names comes up in every few letters of a kind.
  const written = Object.values(makers).flatMap((make) =>
    Array.from({ length: 24 }, (_, at) => make(occasion(dice(key, 400, at), owner, anchor, 'en'))),
  );
  const odd = [...Object.values(rarities), ...hostileLetters].map((make, at) =>
    make(occasion(dice(key, 401, at), owner, anchor)),
  );
  const letters = [...written, ...odd].map(({ subject, body, from }) => [
    subject,
    from,
    body.content.slice(0, 20_000),
  ]);
  // Addresses are written in Latin letters, whatever the name is written in.
  const text = `${said} ${latin(said)} ${JSON.stringify(letters)}`;
  known = { key, text };
  return text;
}
