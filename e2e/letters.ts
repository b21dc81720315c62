/** Puts letters of a test's own into the mailbox that the page is answered from. */
import type { BrowserContext, Page } from '@playwright/test';
import { goTo } from './person.ts';

export interface TestLetter {
  readonly subject?: string;
  readonly from?: { readonly name: string; readonly address: string };
  readonly to?: readonly { readonly name: string; readonly address: string }[];
  readonly body: string;
  readonly contentType?: 'html' | 'text';
  readonly files?: readonly TestFile[];
  readonly more?: Readonly<Record<string, unknown>>;
}

export interface TestFile {
  readonly name: string;
  readonly contentType?: string;
  /** What makes it another kind than a file. */
  readonly more?: Readonly<Record<string, unknown>>;
}

const stranger = { name: 'A stranger', address: 'stranger@stranger.example' };
const headers = { 'access-control-allow-origin': '*' };

/** @param letters by number; the id of each is `letter-N` */
export async function serveLetters(
  context: BrowserContext,
  letters: readonly TestLetter[],
): Promise<void> {
  await context.route(/\/v1\.0\/me\/messages\/letter-\d+/, (route) => {
    const url = new URL(route.request().url());
    const nth = Number(/letter-(\d+)/.exec(url.pathname)?.[1]);
    const letter = letters[nth];
    if (!letter) return route.fulfill({ status: 404, headers, json: {} });
    const [, file] = /\/attachments\/file-(\d+)$/.exec(url.pathname) ?? [];
    if (file) return route.fulfill({ headers, json: filesOf(letter)[Number(file)] });
    const isAboutFiles = url.pathname.includes('/attachments');
    const json = isAboutFiles ? { value: filesOf(letter) } : messageOf(letter, nth);
    return route.fulfill({ headers, json });
  });
}

function messageOf(letter: TestLetter, nth: number) {
  return {
    id: `letter-${nth}`,
    subject: letter.subject ?? `Letter ${nth}`,
    receivedDateTime: '2026-11-20T08:00:00Z',
    from: { emailAddress: letter.from ?? stranger },
    toRecipients: (letter.to ?? []).map((emailAddress) => ({ emailAddress })),
    hasAttachments: (letter.files ?? []).length > 0,
    body: { contentType: letter.contentType ?? 'html', content: letter.body },
    ...letter.more,
  };
}

function filesOf({ files = [] }: TestLetter) {
  return files.map(({ name, contentType = 'application/pdf', more }, nth) => ({
    '@odata.type': '#microsoft.graph.fileAttachment',
    id: `file-${nth}`,
    name,
    contentType,
    size: 1000,
    isInline: false,
    contentId: null,
    ...more,
  }));
}

export async function openLetter(page: Page, nth: number): Promise<void> {
  await goTo(page, `/mail/inbox/letter-${nth}`);
}
