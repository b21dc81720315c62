/** Holds a JSON body against the shape that Graph knows for the path: remarks only, the service has the last word. */
import type { Method } from './draft.ts';

type Shapes = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

const paths: readonly (readonly [RegExp, string, ('POST' | 'PATCH')[]])[] = [
  [/\/messages$/, 'message', ['POST']],
  [/\/messages\/[^/]+$/, 'message', ['PATCH']],
  [/\/attachments$/, 'fileAttachment', ['POST']],
  [/\/mailFolders(?:\/[^/]+\/childFolders)?$/i, 'mailFolder', ['POST']],
  [/\/mailFolders\/[^/]+$/i, 'mailFolder', ['PATCH']],
  [/\/contacts$/, 'contact', ['POST']],
  [/\/contacts\/[^/]+$/, 'contact', ['PATCH']],
  [/\/contactFolders$/i, 'contactFolder', ['POST']],
  [/\/(?:events|calendar\/events)$/, 'event', ['POST']],
  [/\/events\/[^/]+$/, 'event', ['PATCH']],
  [/\/calendars$/, 'calendar', ['POST']],
  [/\/me$/, 'user', ['PATCH']],
  [/\/mailboxSettings$/i, 'mailboxSettings', ['PATCH']],
  [/\/children$/, 'driveItem', ['POST']],
  [/\/drive\/items\/[^/]+$/, 'driveItem', ['PATCH']],
  [/\/todo\/lists$/, 'todoTaskList', ['POST']],
  [/\/tasks$/, 'todoTask', ['POST']],
];

export function shapeFor(method: Method, url: string): string | undefined {
  const pathname = URL.parse(url)?.pathname ?? '';
  return paths.find(
    ([path, , known]) => known.some((each) => each === method) && path.test(pathname),
  )?.[1];
}

/** What is read at a path, or is in the collection there. */
export function shapeAt(url: string): string | undefined {
  const pathname = URL.parse(url)?.pathname.replace(/\/(?:delta|delta\(\))$/, '') ?? '';
  if (/\/(?:users|manager|directReports)(?:\/[^/]+)?$/.test(pathname)) return 'user';
  if (/\/calendarView$/i.test(pathname)) return 'event';
  return paths.find(([path]) => path.test(pathname))?.[1];
}

const most = 8;

/** @returns what does not fit, each with its place; nothing where all is well or nothing is known */
export function bodyRemarks(shapes: Shapes, shape: string, text: string): string[] {
  const remarks: string[] = [];
  try {
    look(shapes, `@${shape}`, JSON.parse(text), '', remarks);
  } catch {
    // The body is told to be no JSON elsewhere.
  }
  return remarks.slice(0, most);
}

function look(shapes: Shapes, code: string, value: unknown, at: string, remarks: string[]): void {
  if (remarks.length > most || value === null || code === '*') return;
  const here = at || 'The body';
  if (code.startsWith('[')) {
    if (!Array.isArray(value)) remarks.push(`${here} is a list of things.`);
    else
      value.forEach((each, index) => look(shapes, code.slice(1), each, `${at}[${index}]`, remarks));
    return;
  }
  if (code.startsWith('@')) return lookInto(shapes, code.slice(1), value, at, remarks);
  const wanted = { s: 'string', d: 'string', b: 'boolean', n: 'number' }[code];
  if (wanted && typeof value !== wanted) {
    const words = { string: 'text in quotes', boolean: 'true or false', number: 'a number' };
    remarks.push(`${here} is ${words[wanted as 'string']}.`);
  } else if (code === 'd' && !/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value as string)) {
    remarks.push(`${here} is a time: 2026-11-20T09:00:00Z.`);
  }
}

function lookInto(
  shapes: Shapes,
  name: string,
  value: unknown,
  at: string,
  remarks: string[],
): void {
  const shape = shapes[name];
  if (shape === undefined) return;
  if (typeof shape === 'string') {
    const words = shape.split('|');
    if (!words.includes(String(value))) {
      remarks.push(`${at || 'The body'} is one of ${words.slice(0, 6).join(', ')}.`);
    }
    return;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    remarks.push(`${at || 'The body'} is a thing with members, in braces.`);
    return;
  }
  for (const [key, each] of Object.entries(value as object)) {
    const place = at ? `${at}.${key}` : key;
    const code = Object.hasOwn(shape, key) ? shape[key] : undefined;
    if (code !== undefined) look(shapes, code, each, place, remarks);
    else if (!key.includes('@') && Object.keys(shape).length > 0) {
      const near = Object.keys(shape).find((known) => known.toLowerCase() === key.toLowerCase());
      remarks.push(`${place} is no member of ${name}${near ? `; it is written ${near}` : ''}.`);
    }
  }
}
