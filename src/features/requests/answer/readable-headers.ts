/** Headers of an answer: those that came, and those that the service sends but a browser may not read. */

/** Sent by Graph and not exposed to scripts of other origins (recorded answers, 2025 and 2026). */
const hidden: readonly (readonly [name: string, says: string])[] = [
  ['access-control-allow-origin', 'that a page of any origin may ask'],
  ['access-control-expose-headers', 'which headers such a page may see'],
  ['date', 'the service’s clock'],
  ['x-ms-ags-diagnostic', 'which data centre answered'],
  ['odata-version', 'always 4.0'],
  ['strict-transport-security', 'only https'],
  ['x-ms-throttle-limit-percentage', 'how near the limit is'],
  ['x-ms-resource-unit', 'what the call cost'],
];

export function hiddenHeaders(
  readable: Readonly<Record<string, string>>,
): readonly (readonly [name: string, says: string])[] {
  return hidden.filter(([name]) => !Object.hasOwn(readable, name));
}
