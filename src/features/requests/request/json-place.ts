/** Where a text stops being JSON (RFC 8259): browsers word it differently, and some name no place at all. */

const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type Wanted = 'value' | 'value or end' | 'name' | 'name or end' | 'colon' | 'comma or end';

/** @returns where the first letter stands that does not fit, the end of the text if it ends too early; `undefined` for JSON */
export function placeOfProblem(text: string): number | undefined {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'value';
  for (let at = afterSpace(text, 0); ; at = afterSpace(text, at)) {
    const sign = text[at];
    const inside = open.at(-1);
    const mayEnd = wanted.endsWith('or end');
    if (wanted === 'comma or end' && inside === undefined)
      return sign === undefined ? undefined : at;
    if (mayEnd && inside !== undefined && sign === (inside === '{' ? '}' : ']')) {
      open.pop();
      wanted = 'comma or end';
      at += 1;
    } else if (wanted === 'comma or end') {
      if (sign !== ',') return at;
      wanted = inside === '{' ? 'name' : 'value';
      at += 1;
    } else if (wanted === 'colon') {
      if (sign !== ':') return at;
      wanted = 'value';
      at += 1;
    } else if (sign === '"') {
      const { end, isWhole } = stringAt(text, at);
      if (!isWhole) return end;
      wanted = wanted.startsWith('name') ? 'colon' : 'comma or end';
      at = end;
    } else if (wanted.startsWith('name')) return at;
    else if (sign === '{' || sign === '[') {
      open.push(sign);
      wanted = sign === '{' ? 'name or end' : 'value or end';
      at += 1;
    } else {
      scalar.lastIndex = at;
      if (!scalar.test(text)) return at;
      wanted = 'comma or end';
      at = scalar.lastIndex;
    }
  }
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\n\r'.includes(text[at] ?? '')) at += 1;
  return at;
}

/** @returns where a text in quotes ends, or what in it cannot stand there */
function stringAt(text: string, from: number): { end: number; isWhole: boolean } {
  for (let at = from + 1; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === '"') return { end: at + 1, isWhole: true };
    if (sign < ' ') return { end: at, isWhole: false };
    if (sign !== '\\') continue;
    const escape = /^(?:["\\/bfnrt]|u[\da-fA-F]{4})/.exec(text.slice(at + 1, at + 6))?.[0];
    if (escape === undefined) return { end: at, isWhole: false };
    at += escape.length;
  }
  return { end: text.length, isWhole: false };
}
