/** Numbers as the product writes them, in English whatever the browser speaks. */

const whole = new Intl.NumberFormat('en');
const short = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** `4,218` */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** `184 KB`; thousands of bytes, as file managers count them. */
export function formatBytes(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'] as const;
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return `${short.format(bytes / 1000 ** power)} ${units[power]}`;
}
