/** A photo out of a batch, where bytes come as base64 text and without a type. */
import type { BatchAnswer } from './batch.ts';

/** By their first bytes: a batch says no type. Never a drawing, which could carry script. */
const pictures = [
  ['image/jpeg', /^\u00ff\u00d8\u00ff/],
  ['image/png', /^\u0089PNG/],
  ['image/gif', /^GIF8/],
  ['image/webp', /^RIFF.{4}WEBP/s],
  ['image/bmp', /^BM/],
] as const;

/** A photo is decoration: what is not there, or not now, is a row with initials. */
export function photoOf(answer: BatchAnswer | undefined): Blob | null {
  if (!answer || 'error' in answer || typeof answer.value !== 'string') return null;
  const bytes = decoded(answer.value);
  const type = pictures.find(([, start]) => start.test(bytes))?.[0];
  if (!type) return null;
  return new Blob([Uint8Array.from(bytes, (character) => character.charCodeAt(0))], { type });
}

function decoded(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return '';
  }
}
