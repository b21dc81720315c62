/** Letters of which an inbox holds a handful: very long, very broken, very wide, or with other things than files attached. */
import { company } from './company.ts';
import { pdf } from './enclosures.ts';
import { colleague, meeting, note } from './letters-from-people.ts';
import { escape, htmlPage, unread, type Enclosure, type Letter, type Occasion } from './letter.ts';

const nothing = async () => new Uint8Array();

/** A megabyte, as log files pasted into a letter are. */
function enormous(now: Occasion): Letter {
  const write = () => {
    const lines = Array.from({ length: 9200 }, (_, at) => {
      const seconds = new Date(now.sentAt - (9200 - at) * 1000).toISOString();
      return `<tr><td>${seconds}</td><td>bench ${1 + (at % 7)}</td><td style="text-align:right">${((at * 7919) % 100_003) / 1000}</td><td>stage moved, fringes counted</td></tr>`;
    });
    return htmlPage(
      `<p>The whole log of the night is below.</p><table>${lines.join('\r\n')}</table>`,
    );
  };
  return {
    from: colleague(now.roll, now.owner),
    subject: `Night run ${now.number}: complete log`,
    body: unread('html', write),
  };
}

/** Tags that never close, attributes without quotes, a comment without end, bytes of another encoding. */
function broken(now: Occasion): Letter {
  const body = `<table><tr><td><p>Dear customer<b>, your <i>order</b> ${now.number}</i> is <font color=red size=+2>late<td><tr><div>It will be sent on <a href=https://${now.firm.domain}/track?x=1&y=2>Monday<p></a></table></table></span><ul><li>one<li>two<ol><li>a</ul>Z\u00c3\u00bcrich \ufffd\ufffd &nbsp &copy; &#0; &#x110000; <img src="https://${now.firm.domain}/a.png alt=x><p title='it's'>still here<!-- the rest was lost `;
  return {
    from: { name: now.firm.name, address: `info@${now.firm.domain}` },
    subject: `Your order ${now.number} =?utf-8?Q?is_l=C3=A4te`,
    body: { contentType: 'html', content: `<html><head><title>Order</head>${body}` },
    authentic: 'none',
  };
}

/** A table of twenty-four columns that no window is wide enough for. */
function wide(now: Occasion): Letter {
  const row = (text: (column: number) => string) =>
    `<tr>${Array.from({ length: 24 }, (_, at) => `<td width="110" nowrap style="border:1px solid #999999; padding:2px 6px">${text(at)}</td>`).join('')}</tr>`;
  const rows = Array.from({ length: 30 }, (_, line) =>
    row((at) => (((line + 3) * (at + 7) * 379) % 9973).toString()),
  );
  const table = `<table width="2640" cellspacing="0">${row((at) => `Station ${at + 1}`)}${rows.join('')}</table>`;
  return {
    ...note(now),
    subject: `Stations, week ${now.number}`,
    body: { contentType: 'html', content: htmlPage(`<p>Figures as agreed:</p>${table}`) },
  };
}

function withLetter(now: Occasion): Letter {
  const inner = {
    ...note(now),
    subject: `Complaint ${now.number}`,
    enclosures: [pdf(`complaint-${now.number}.pdf`, ['Complaint', now.number])],
  };
  const attached: Enclosure = {
    name: inner.subject,
    contentType: 'message/rfc822',
    bytes: nothing,
    letter: inner,
  };
  return { ...note(now), subject: `As attachment: ${inner.subject}`, enclosures: [attached] };
}

function withLink(now: Occasion): Letter {
  const name = `Drawings ${now.number}.zip`;
  const link = `https://${company.sharePointName}-my.sharepoint.example/:u:/g/${now.number}`;
  return {
    ...note(now),
    subject: `Shared: ${name}`,
    enclosures: [{ name, contentType: 'application/octet-stream', bytes: nothing, link }],
  };
}

/** Text of several scripts in one line, and marks that turn the direction about. */
function mixed(now: Occasion): Letter {
  const lines = [
    'שלום Adele, the מדידה of LX-40 is 12.5 µm (±0.3).',
    'السعر 1,250.00 € شامل الضريبة – see offer №47.',
    '温度は 20.0 °C、湿度 45 %。👩🏽‍🔬',
    'a\u0301e\u0301\u200b\u00adzero width and soft hyphen',
    'จดหมายภาษาไทยไม่มีช่องว่างระหว่างคำ',
  ];
  return {
    ...note(now),
    subject: `LX-40 \u05de\u05d3\u05d9\u05d3\u05d4 / \u0642\u064a\u0627\u0633 / 測定 ${now.number}`,
    body: {
      contentType: 'html',
      content: htmlPage(lines.map((line) => `<p>${escape(line)}</p>`).join('')),
    },
  };
}

/** In Outlook's words, whatever language the meeting was planned in. */
function calledOff(now: Occasion): Letter {
  const { invites, ...letter } = meeting(now);
  return {
    ...letter,
    subject: `Canceled: ${letter.subject}`,
    importance: 'high',
    enclosures: [],
    ...(invites && { invites: { ...invites, isOff: true } }),
  };
}

export const rarities: Readonly<Record<number, (now: Occasion) => Letter>> = {
  64: withLetter,
  71: withLink,
  83: broken,
  89: calledOff,
  97: wide,
  118: mixed,
  141: enormous,
  700: broken,
  1203: withLetter,
};
