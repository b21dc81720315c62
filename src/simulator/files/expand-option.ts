/** Reads the text of `$expand`: relations with options of their own, as `children($select=id,name;$top=5),thumbnails`. */

export interface Expansion {
  readonly name: string;
  /** By their names with the dollar sign, which OneDrive reads without it, too. */
  readonly options: URLSearchParams;
}

export function readExpand(text: string): Expansion[] {
  return parts(text, ',').map((part) => {
    const [, name = '', inner = ''] = /^\s*([^(]*?)\s*(?:\((.*)\)\s*)?$/s.exec(part) ?? [];
    const options = parts(inner, ';').map((option): [string, string] => {
      const [key = '', value = ''] = option.trim().split(/=(.*)/s);
      return [key.startsWith('$') ? key : `$${key}`, value];
    });
    return { name, options: new URLSearchParams(options) };
  });
}

/** Cut at a sign, but not within parentheses. */
function parts(text: string, sign: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    else if (text[at] === sign && depth === 0) {
      found.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, text.slice(from)].filter((part) => part.trim() !== '');
}
