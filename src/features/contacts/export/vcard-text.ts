import { foldLine } from '#lib/content-lines.ts';

export type VCardVersion = '4.0' | '3.0';

/** How one version writes what somebody typed. */
export interface Style {
  readonly isNew: boolean;
  readonly text: (value: string) => string;
  readonly list: (values: readonly string[]) => string;
}

/** A semicolon in plain text has to be escaped in 3.0, and in 4.0 need not: readers of 4.0 do not all take it back. */
export function styleOf(version: VCardVersion): Style {
  const isNew = version === '4.0';
  const text = (value: string) => escape(value, isNew ? /[\\,]/g : /[\\,;]/g);
  return { isNew, text, list: (values) => values.map(text).join(',') };
}

/** Components of one value, as of a name or an address. */
export function structured(parts: readonly string[]): string {
  return parts.map((part) => escape(part, /[\\,;]/g)).join(';');
}

/** Line breaks too (RFC 6350 section 3.4); other control characters may not stand in a file at all. */
function escape(value: string, signs: RegExp): string {
  return value
    .replaceAll(/[^\P{Cc}\t\r\n]/gu, '')
    .replaceAll(signs, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`);
}

export function contentLine(name: string, value: string): string {
  return foldLine(`${name}:${value}`);
}
