/** Writes HTML in which whatever is put in is text, unless it is HTML that was written so itself. */
export class Markup {
  readonly #text: string;

  /** @param text is taken as it stands: only what the simulator wrote itself */
  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Part = Markup | string | number | undefined | readonly Part[];

export function html(parts: TemplateStringsArray, ...values: readonly Part[]): Markup {
  return new Markup(
    parts.map((part, at) => part + (at < values.length ? written(values[at]) : '')).join(''),
  );
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function written(value: Part): string {
  if (value instanceof Markup) return value.toString();
  if (Array.isArray(value)) return (value as readonly Part[]).map(written).join('');
  return String(value ?? '').replace(/[&<>"']/g, (sign) => escapes[sign] ?? '');
}
