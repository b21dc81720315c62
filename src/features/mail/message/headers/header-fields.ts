/** One field of a letter's head, as it was sent (RFC 5322). */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** All values of a field, in the order in which they stand: the newest first, because each server adds its own on top. */
export function valuesOf(fields: readonly HeaderField[], name: string): string[] {
  const wanted = name.toLowerCase();
  return fields.filter((field) => field.name.toLowerCase() === wanted).map(({ value }) => value);
}

/** Without what stands in brackets, which is for people; brackets may stand in brackets. */
export function withoutComments(value: string): string {
  let depth = 0;
  let plain = '';
  for (const char of value) {
    if (char === '(') depth += 1;
    else if (char === ')' && depth > 0) depth -= 1;
    else if (depth === 0) plain += char;
  }
  return plain;
}
