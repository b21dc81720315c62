/** The search language of Outlook (KQL): writing it for a person, and reading what to mark in what it found. */

export interface SearchParts {
  readonly words: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  /** Days, `2026-11-20`; empty where there is no limit. */
  readonly since: string;
  readonly until: string;
  readonly attachments: boolean;
}

export function toKql(parts: SearchParts): string {
  return [
    parts.words.trim(),
    property('from', parts.from),
    property('to', parts.to),
    property('subject', parts.subject),
    parts.since && `received>=${parts.since}`,
    parts.until && `received<=${parts.until}`,
    parts.attachments && 'hasAttachments:true',
  ]
    .filter(Boolean)
    .join(' ');
}

/** A phrase stands in quotation marks, which therefore cannot stand in it. */
function property(name: string, value: string): string {
  const text = value.replaceAll('"', '').trim();
  if (!text) return '';
  return /[\s:()]/.test(text) ? `${name}:"${text}"` : `${name}:${text}`;
}

/** Properties whose value is to be seen in a row. */
const shown = ['from', 'subject', 'to', 'participants', 'body'];

/** The words and phrases that a person will look for in what was found. */
export function wordsToMark(kql: string): string[] {
  const found = [];
  for (const [, name, phrase, word] of kql.matchAll(
    /(?:(\w+)\s*(?:[:=]|[<>]=?)\s*)?(?:"([^"]*)"|([^\s"()]+))/g,
  )) {
    const text = (phrase ?? word ?? '').replace(/\*$/, '');
    if (!text || (!name && /^(and|or|not|near)$/i.test(text))) continue;
    if (!name || shown.includes(name.toLowerCase())) found.push(text);
  }
  return [...new Set(found)];
}
