/** The body of a message, its words and its preview, in the form that was asked for. */
import type { ItemBody, Message } from '#contract/graph.ts';
import { escape, htmlPage, wordsOf } from '#simulator/seed/letter.ts';
import type { Dressing } from './dressing.ts';

export type BodyType = ItemBody['contentType'];

export function textOf(body: ItemBody): string {
  return body.contentType === 'text' ? body.content : wordsOf(body.content);
}

const previewLength = 255;

const previews = new WeakMap<ItemBody, string>();

export function previewOf(body: ItemBody): string {
  let preview = previews.get(body);
  if (preview === undefined) previews.set(body, (preview = beginningOf(body)));
  return preview;
}

/** For a preview the beginning is enough, also of a letter of a megabyte. */
function beginningOf(body: ItemBody): string {
  for (const looked of [2500, 20_000]) {
    const start = body.content.slice(0, looked);
    const isWhole = start.length === body.content.length || looked === 20_000;
    // Not in the middle of a tag, and not in what is never shown.
    const end = isWhole ? start.length : start.lastIndexOf('<');
    const hides = /<(style|title)(?![^]*<\/\1>)/.test(start);
    if (!isWhole && (end < 0 || hides)) continue;
    const text = textOf({ contentType: body.contentType, content: start.slice(0, end) });
    // At the end of a piece there may be spaces that the whole has not.
    if (isWhole || text.length > previewLength + 20) return text.slice(0, previewLength);
  }
  return '';
}

export function bodyMembers(
  body: ItemBody,
  { bodyType, wants }: Dressing,
): Pick<Message, 'body' | 'bodyPreview'> {
  return {
    ...(!wants || wants('bodyPreview') ? { bodyPreview: previewOf(body) } : {}),
    ...(!wants || wants('body') ? { body: bodyAs(body, bodyType) } : {}),
  };
}

export function bodyAs(body: ItemBody, wanted: BodyType | undefined): ItemBody {
  if (wanted === undefined || wanted === body.contentType)
    return { contentType: body.contentType, content: body.content };
  if (wanted === 'text') return { contentType: 'text', content: textOf(body) };
  const lines = escape(body.content).replaceAll(/\r?\n/g, '<br>\r\n');
  return {
    contentType: 'html',
    content: htmlPage(
      `<!-- Converted from text/plain format --><div class="PlainText">${lines}</div>`,
    ),
  };
}
