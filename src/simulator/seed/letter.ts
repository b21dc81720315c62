/** A letter: what somebody wrote, before it lies in a mailbox. */
import type { EmailAddress } from '#contract/graph.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { company } from './company.ts';
import { firms, latin, someName, type Firm, type Language } from './cultures.ts';
import { phrasesIn, projects, type Phrases } from './phrases.ts';
import type { Dice } from './random.ts';

export interface Enclosure {
  readonly name: string;
  readonly contentType: string;
  /** The `cid:` under which the body shows it; absent for attached files. */
  readonly contentId?: string;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  /** An attached letter: its bytes are made on the way out. */
  readonly letter?: Letter;
  /** A file that lies elsewhere: only its address is attached. */
  readonly link?: string;
}

export interface Letter {
  readonly from: EmailAddress;
  /** Defaults to the owner of the mailbox. */
  readonly to?: readonly EmailAddress[];
  readonly cc?: readonly EmailAddress[];
  readonly replyTo?: readonly EmailAddress[];
  readonly subject: string;
  readonly body: { readonly contentType: 'text' | 'html'; readonly content: string };
  readonly enclosures?: readonly Enclosure[];
  readonly importance?: 'low' | 'high';
  /** Machines and lists write these; Outlook sorts them beside the point. */
  readonly bulk?: true;
  readonly categories?: readonly string[];
  /** What the receiving server found out about the sender; `none` where the domain publishes nothing. */
  readonly authentic?: 'pass' | 'fail' | 'none';
  /** It invites, or calls off what it invited to: milliseconds since 1970, and the place. */
  readonly invites?: { readonly start: number; readonly place: string; readonly isOff?: true };
}

/** Everything one letter is made from; its blanks are filled the same way throughout. */
export interface Occasion {
  readonly roll: Dice;
  readonly owner: Person;
  readonly language: Language;
  readonly words: Phrases;
  readonly firm: Firm;
  readonly number: string;
  readonly sentAt: number;
  /** Fills the blanks of a phrase. */
  readonly say: (phrase: string) => string;
}

export function occasion(
  roll: Dice,
  owner: Person,
  sentAt: number,
  language: Language = 'en',
): Occasion {
  const firm = roll.of(firms);
  let figures = 0;
  for (let left = roll.chance(50) ? 4 : 2; left > 0; left--)
    figures = figures * 10 + roll.below(10);
  const number = String(figures || 7);
  const blanks: Record<string, string> = {
    p: roll.of(projects),
    f: firm.name,
    n: number,
    t: `${9 + roll.below(8)}:${roll.of(['00', '15', '30', '45'])}`,
    me: owner.givenName,
  };
  return {
    roll,
    owner,
    language,
    words: phrasesIn[language],
    firm,
    number,
    sentAt,
    say: (phrase) =>
      phrase.includes('{')
        ? phrase.replaceAll(/\{(\w+)\}/g, (_, blank: string) => blanks[blank] ?? '')
        : phrase,
  };
}

export function ownerAddress(owner: Person): EmailAddress {
  return { name: owner.displayName, address: owner.userPrincipalName };
}

export function somebodyAt(roll: Dice, language: Language, firm: Firm): EmailAddress {
  const { display, alias } = someName(roll, language);
  return { name: display, address: `${alias}@${firm.domain}` };
}

export function colleagueAddress(alias: string, name: string): EmailAddress {
  return { name, address: `${alias}@${company.domain}` };
}

/** A link-safe word from a name. */
export function slug(text: string): string {
  return latin(text).replaceAll(/[^a-z0-9]+/g, '-');
}

export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function htmlPage(body: string, head = '', direction = 'ltr'): string {
  const towards = direction === 'rtl' ? ' dir="rtl"' : '';
  return `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">${head}</head><body${towards}>${body}</body></html>`;
}

type Body = Letter['body'];

/** One class for all of them, for an object with a getter of its own costs more than the letter. */
class UnreadBody implements Body {
  readonly contentType: Body['contentType'];
  readonly #write: () => string;
  #content: string | undefined;

  constructor(contentType: Body['contentType'], write: () => string) {
    this.contentType = contentType;
    this.#write = write;
  }

  get content(): string {
    return (this.#content ??= this.#write());
  }
}

/**
 * A body that is put together when it is first read: who asks for subjects or flags passes a hundred thousand by.
 * Whatever chance decides after it has to be asked for first.
 */
export function unread(contentType: Body['contentType'], write: () => string): Body {
  return new UnreadBody(contentType, write);
}

/** What is left of a body when only its words are wanted. */
export function wordsOf(html: string): string {
  return html
    .replaceAll(/<(style|title)[^]*?<\/\1>|\r\n/g, '')
    .replaceAll(/<br>|<hr>|<\/(p|div|tr|li|h1|h2|blockquote)>/g, '\r\n')
    .replaceAll(/<\/td>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&zwnj;', '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[ \t]*\r\n[ \t]*/g, '\r\n')
    .replaceAll(/(\r\n){3,}/g, '\r\n\r\n')
    .trim();
}
