/**
 * Prints a letter with its head. A frame of its own, because the one that is read cannot print (`allow-modals` is kept
 * from it); this one runs no script either, and nobody sees it.
 */
import { fillFrame } from '#shell/html-body/frame/fill-frame.ts';
import type { InlineImage } from '#shell/html-body/frame/inline-images.ts';
import { formatFull } from '#lib/format-date.ts';
import type { Correspondent } from '#features/mail/mailbox.ts';
import type { Message } from '#features/mail/message/message.ts';

/** Pictures that came with the letter have this long to appear. Milliseconds. */
const patience = 1500;

export async function printLetter(
  message: Message,
  { images, inlineImage }: { images: boolean; inlineImage: InlineImage },
): Promise<void> {
  document.querySelector('iframe[data-print]')?.remove();
  const frame = document.createElement('iframe');
  frame.dataset['print'] = '';
  frame.title = `Print: ${message.subject}`;
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.referrerPolicy = 'no-referrer';
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  Object.assign(frame.style, { position: 'fixed', inset: '100% auto auto 100%', width: '800px' });
  frame.src = `${import.meta.env.BASE_URL}${images ? 'mail-frame-remote' : 'mail-frame'}.html`;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  document.body.append(frame);
  await loaded;
  const ended = new AbortController();
  const { contentDocument: page, contentWindow: realm } = frame;
  if (!page || !realm) return;
  if (message.body.contentType === 'html') {
    const content = { html: message.body.content, images, known: [], inlineImage };
    await fillFrame(frame, content, ended.signal);
    await new Promise((done) => setTimeout(done, page.images.length > 0 ? patience : 0));
  } else {
    const text = page.createElement('pre');
    text.textContent = message.body.content;
    page.body.append(text);
  }
  for (const details of page.querySelectorAll('details')) details.open = true;
  page.body.prepend(headOf(message, page));
  realm.addEventListener('afterprint', () => {
    ended.abort();
    frame.remove();
  });
  realm.print();
}

function headOf(message: Message, page: Document): HTMLElement {
  const head = page.createElement('div');
  const title = page.createElement('h1');
  title.textContent = message.subject;
  head.append(title);
  for (const [name, value] of linesOf(message)) {
    if (!value) continue;
    const line = page.createElement('div');
    const label = page.createElement('b');
    label.textContent = `${name}: `;
    line.append(label, value);
    head.append(line);
  }
  head.append(page.createElement('hr'));
  return head;
}

function linesOf({ from, to, cc, receivedAt }: Message): [string, string][] {
  const all = (people: readonly Correspondent[]) =>
    people
      .map(({ name, address }) => (address === name ? name : `${name} <${address}>`))
      .join(', ');
  return [
    ['From', from ? all([from]) : ''],
    ['To', all(to)],
    ['Cc', all(cc)],
    ['Date', formatFull(receivedAt)],
  ];
}
