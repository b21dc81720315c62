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

interface CurlOptions {
  /** Written as given, outside of single quotes, so that a shell fills in its `$TOKEN`. */
  readonly header?: string;
  /** Cuts a text into pieces; a number stands for what the variable `SECRET_` with that number holds. */
  readonly split?: (text: string) => readonly (string | number)[];
}

export function curlCommand(request: ShownRequest, options: CurlOptions = {}): string {
  const { header, split = (text: string) => [text] } = options;
  const word = (text: string) =>
    split(text)
      .map((piece) => (typeof piece === 'number' ? `"$SECRET_${piece}"` : shellWord(piece)))
      .join('') || "''";
  const lines = [`curl --request ${request.method} ${word(request.url)}`];
  if (header !== undefined) lines.push(`--header "${header}"`);
  for (const [name, value] of request.headers) {
    // A header without a value is written with a semicolon; with a colon curl would take it out.
    lines.push(`--header ${word(value === '' ? `${name};` : `${name}: ${value}`)}`);
  }
  if (request.body !== undefined) lines.push(`--data-raw ${word(request.body)}`);
  // Brackets and braces in OData options are no patterns.
  lines.push('--globoff');
  return lines.join(' \\\n  ');
}
