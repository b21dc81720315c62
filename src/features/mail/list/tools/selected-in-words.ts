import { formatCount } from '#lib/format-number.ts';

/**
 * @param rows how many were picked
 * @param folded how many more messages those stand for
 */
export function selectedInWords(rows: number, folded: number): string {
  if (folded === 0) return `${formatCount(rows)} selected`;
  const rowsInWords = rows === 1 ? '1 row' : `${formatCount(rows)} rows`;
  return `${formatCount(rows + folded)} messages in ${rowsInWords} selected`;
}
