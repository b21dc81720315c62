/** A request as a command for a shell. */

export interface ShownRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string | undefined;
}

/** POSIX quoting: nothing inside single quotes is special, but the single quote itself. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** @param header written as given, outside of single quotes, so that a shell fills in its `$TOKEN` */
export function curlCommand(request: ShownRequest, header?: string): string {
  const lines = [`curl --request ${request.method} ${shellWord(request.url)}`];
  if (header !== undefined) lines.push(`--header "${header}"`);
  for (const [name, value] of request.headers)
    lines.push(`--header ${shellWord(`${name}: ${value}`)}`);
  if (request.body !== undefined) lines.push(`--data-raw ${shellWord(request.body)}`);
  // Brackets and braces in OData options are no patterns.
  lines.push('--globoff');
  return lines.join(' \\\n  ');
}
