/** How header lines and transfer encodings of mail are written (RFC 5322, 2047, 2045, 2231). */
import type { Recipient } from '#contract/graph.ts';

export function mailDate(time: number): string {
  return new Date(time).toUTCString().replace('GMT', '+0000');
}

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}

export function base64Lines(bytes: Uint8Array): string {
  return base64(bytes).replaceAll(/.{76}(?=.)/g, '$&\r\n');
}

const utf8 = new TextEncoder();

/** Anything but plain letters goes into words of at most 75 characters; line ends never leave a header. */
export function encodedWord(text: string): string {
  if (/^[ -~]*$/.test(text) && !text.includes('=?')) return text;
  const words: string[] = [];
  let piece = '';
  for (const character of text.replaceAll(/[\r\n]+/g, ' ')) {
    if (utf8.encode(piece + character).length > 42) {
      words.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...words, piece].map((word) => `=?utf-8?B?${base64(utf8.encode(word))}?=`).join('\r\n ');
}

function phrase(name: string): string {
  if (!/^[ -~]*$/.test(name) || name.includes('=?')) return encodedWord(name);
  return /^[\w !#$%&'*+/=?^`{|}~-]*$/.test(name) ? name : `"${name.replaceAll(/["\\]/g, '\\$&')}"`;
}

export function mailboxes(recipients: readonly (Recipient | undefined)[]): string {
  return recipients
    .map((each) => {
      const { name, address } = each?.emailAddress ?? {};
      return name && name !== address ? `${phrase(name)} <${address ?? ''}>` : (address ?? '');
    })
    .filter(Boolean)
    .join(',\r\n ');
}

/** A parameter such as a file's name: in quotes where that is enough, else percent-encoded. */
export function parameter(name: string, value: string): string {
  if (/^[ !#-[\]-~]*$/.test(value)) return `${name}="${value}"`;
  const encoded = encodeURIComponent(value).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${name}*=utf-8''${encoded}`;
}
