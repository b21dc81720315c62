/** Which messages a list shows, as it stands in the address: a folder, a part of one, or what a search finds. */

/** Parts of a folder that Graph can pick out. */
export const parts = ['unread', 'flagged', 'attachments', 'to-me'] as const;

export type Part = (typeof parts)[number];

export interface MailSource {
  readonly folder: string;
  readonly part: Part | undefined;
  /** In the search language (KQL); empty where nothing is looked for. */
  readonly words: string;
  /** A search in all folders. */
  readonly everywhere: boolean;
  /** The person's own address, where the part depends on it. */
  readonly me: string | undefined;
}

export function readSource(
  folder: string,
  query: URLSearchParams,
  username: string | undefined,
): MailSource {
  const words = query.get('q')?.trim() ?? '';
  const part = parts.find((each) => each === query.get('show'));
  return {
    folder,
    part,
    words,
    everywhere: words !== '' && query.get('in') === 'all',
    me: part === 'to-me' ? username : undefined,
  };
}

/** The query of the address that shows these messages; empty for the whole folder. */
export function sourceQuery({
  part,
  words = '',
  everywhere = false,
}: Partial<Pick<MailSource, 'part' | 'words' | 'everywhere'>>): string {
  const query = new URLSearchParams();
  if (words) query.set('q', words);
  if (words && everywhere) query.set('in', 'all');
  if (part) query.set('show', part);
  const text = query.toString();
  return text && `?${text}`;
}

/** Whether Graph answers it by its search index: in an order of its own, a thousand messages at most, page after page. */
export function isSearch({ words, part }: Pick<MailSource, 'words' | 'part'>): boolean {
  return words !== '' || part === 'to-me';
}
