/** Letters that people write: notes, replies with what was said before, invitations, pictures, plain text. */
import type { EmailAddress } from '#contract/graph.ts';
import type { Person } from '#simulator/tenant-context.ts';
import { company } from './company.ts';
import { someName } from './cultures.ts';
import { interferogram, invitation, pdf } from './enclosures.ts';
import {
  colleagueAddress,
  escape,
  htmlPage,
  ownerAddress,
  slug,
  somebodyAt,
  unread,
  type Letter,
  type Occasion,
} from './letter.ts';
import { people } from './people.ts';
import type { Dice } from './random.ts';
import { paragraphs, signature, thought, thoughts } from './thoughts.ts';

// Whoever has a hundred thousand letters answers none.
const writers = people.filter(({ mailboxSize }) => mailboxSize > 0 && mailboxSize < 50_000);
const othersOf = new Map<string, readonly Person[]>();

export function colleague(roll: Dice, owner: Person): EmailAddress {
  let others = othersOf.get(owner.oid);
  if (!others) othersOf.set(owner.oid, (others = writers.filter(({ oid }) => oid !== owner.oid)));
  if (roll.chance(55)) return ownerAddress(roll.of(others));
  const { alias, display } = someName(roll, 'en');
  return colleagueAddress(alias, display);
}

/** Somebody who writes in the language of the occasion: half of the English ones sit in the same house. */
function writer({ roll, owner, language, firm }: Occasion): EmailAddress {
  return language === 'en' && roll.chance(60)
    ? colleague(roll, owner)
    : somebodyAt(roll, language, firm);
}

export function note(now: Occasion, from = writer(now)): Letter {
  const { roll, words, say, number } = now;
  const enclosures = roll.chance(18)
    ? [
        roll.of([
          pdf(`report-${number}.pdf`, ['Test report', `No. ${number}`]),
          interferogram(`plate-${number}.png`, roll.below(999)),
        ]),
      ]
    : [];
  const subject = say(roll.of(words.subjects));
  const said = thought(now, from);
  return {
    from,
    subject,
    body: unread('html', () => htmlPage(said(), '', words.direction)),
    enclosures,
    ...(roll.chance(25) ? { cc: [colleague(roll, now.owner)] } : {}),
    ...(roll.chance(4) ? { importance: 'high' as const } : {}),
    ...(roll.chance(6) ? { categories: ['Blue category'] } : {}),
  };
}

/** In the language of the house, whatever language the letter is in. */
const quoteLabels = ['From', 'Sent', 'To', 'Subject'] as const;

/** An answer to a letter, or a letter handed on, with the earlier one below as Outlook quotes it. */
export function reply(
  now: Occasion,
  to: Letter,
  earlier: number,
  from: EmailAddress,
  forward: boolean,
): Letter {
  const [re = '', fw = ''] = now.words.reply;
  const write = () => {
    const quoted = to.body.content.replace(/^[^]*?<body[^>]*>|<\/body>[^]*$/g, '');
    const values = [
      `${to.from.name} &lt;${to.from.address}&gt;`,
      new Date(earlier).toUTCString().slice(0, -7),
      escape(from.name ?? ''),
      escape(to.subject),
    ];
    const heading = quoteLabels.map((label, at) => `<b>${label}:</b> ${values[at]}`).join('<br>');
    const body = `${thought(now, from)()}<hr><div id="divRplyFwdMsg" dir="${now.words.direction}">${heading}</div><br>${quoted}`;
    return htmlPage(body, '', now.words.direction);
  };
  const bare = to.subject.replace(re, '').replace(fw, '');
  return {
    from,
    to: [to.from, ownerAddress(now.owner)].filter(({ address }) => address !== from.address),
    subject: `${forward ? fw : re}${bare}`,
    body: unread('html', write),
    ...(forward && to.enclosures ? { enclosures: to.enclosures } : {}),
  };
}

export function meeting(now: Occasion): Letter {
  const { roll, say, words, sentAt } = now;
  const from = writer(now);
  const title = say(roll.of(words.subjects));
  // On a quarter hour, some days ahead.
  const start = (Math.floor(sentAt / 900_000) + 96 * (1 + roll.below(9)) + roll.below(8)) * 900_000;
  const name = slug(title);
  const said = thought(now, from);
  const write = () => {
    const join = `https://meet.${company.domain}/join/${name}`;
    const body = `${said()}<hr><div><b>Microsoft Teams meeting</b> (simulated)<br><a href="${join}">Join on your computer</a><br>Meeting ID: ${now.number} 555 014</div>`;
    return htmlPage(body, '', words.direction);
  };
  return {
    from,
    subject: title,
    body: unread('html', write),
    enclosures: [invitation(`${name}@${company.domain}`, title, from.address ?? '', start)],
    cc: [colleague(roll, now.owner)],
    invites: { start, place: 'Microsoft Teams Meeting' },
  };
}

export function picture(now: Occasion): Letter {
  const from = colleague(now.roll, now.owner);
  const contentId = `image00${1 + now.roll.below(8)}.png@01DB${now.number}`;
  const shown = `<div><img src="cid:${contentId}" width="320" height="200" alt="Interferogram"></div>`;
  const said = thought(now, from);
  return {
    from,
    subject: `Fringes, plate ${now.number}`,
    body: unread('html', () => htmlPage(said(shown))),
    enclosures: [
      interferogram(`plate-${now.number}.png`, now.roll.below(999), contentId),
      ...(now.roll.chance(50) ? [pdf(`plate-${now.number}.pdf`, ['Plate', now.number])] : []),
    ],
  };
}

export function plain(now: Occasion): Letter {
  const { roll, words, say } = now;
  const from = writer(now);
  const greeting = roll.of(words.greetings);
  const [said, quoted] = [thoughts(now), thoughts(now)];
  const page = roll.of(words.subjects);
  const write = () =>
    [
      say(greeting),
      '',
      ...paragraphs(now, said).flatMap((paragraph) => [paragraph, '']),
      `> ${paragraphs(now, quoted)[0] ?? ''}`,
      '',
      `https://wiki.${company.domain}/${slug(page)}?rev=${now.number}`,
      '',
      '-- ',
      from.name ?? '',
    ].join('\r\n');
  return {
    from,
    subject: `[optics-list] ${say(roll.of(words.subjects))}`,
    body: unread('text', write),
  };
}

export function birthday(now: Occasion): Letter {
  const from = colleague(now.roll, now.owner);
  const given = now.owner.givenName;
  return {
    from,
    subject: `🎉 Happy birthday, ${given}! 🥳🎂`,
    body: {
      contentType: 'html',
      content: htmlPage(
        `<p>Dear ${escape(given)} 👋🏽</p><p>Many happy returns from all of us 👩🏽‍🔬👨‍🔧🧑‍💻! There is 🍰 in the kitchen and a 🎈 on bench ${now.number}. 🏳️‍🌈 🇬🇧</p>${signature(from)}`,
      ),
    },
  };
}

export function withoutSubject(now: Occasion): Letter {
  return { ...note(now), subject: '' };
}

export function withoutWords(now: Occasion): Letter {
  return { ...note(now), body: { contentType: 'html', content: htmlPage('') } };
}

export function withoutEnd(now: Occasion): Letter {
  const parts = Array.from({ length: 9 }, () => now.say(now.roll.of(now.words.subjects)));
  // The last part is one word of several hundred letters, with nowhere to break it.
  return {
    ...note(now),
    subject: `Fw: Re: AW: Re: ${parts.join(' / ')} ${slug(parts.join('_')).replaceAll('-', '_')}`,
  };
}
