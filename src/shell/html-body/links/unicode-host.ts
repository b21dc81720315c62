/** The letters of an international host name, from the ASCII that a browser makes of them (RFC 3492, Punycode). */

const base = 36;
const most = 26;
const skew = 38;
const damp = 700;

/** `xn--mnchen-3ya.example` becomes `münchen.example`; what cannot be read stays as it is. */
export function unicodeHost(host: string): string {
  return host
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decoded(label.slice(4)) ?? label) : label))
    .join('.');
}

function decoded(label: string): string | undefined {
  const split = label.lastIndexOf('-');
  const letters = split > 0 ? [...label.slice(0, split)] : [];
  const digits = [...label.slice(split + 1)].map(digitOf);
  let code = 128;
  let place = 0;
  let bias = 72;
  for (let at = 0; at < digits.length;) {
    const before = place;
    let weight = 1;
    for (let step = base; ; step += base) {
      const digit = digits[at];
      at += 1;
      if (digit === undefined) return undefined;
      place += digit * weight;
      const threshold = Math.min(Math.max(step - bias, 1), most);
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const count = letters.length + 1;
    bias = adapted(place - before, count, before === 0);
    code += Math.floor(place / count);
    place %= count;
    if (code > 0x10ffff) return undefined;
    letters.splice(place, 0, String.fromCodePoint(code));
    place += 1;
  }
  return letters.join('');
}

function digitOf(char: string): number | undefined {
  const digit = Number.parseInt(char, base);
  // Letters come before figures here.
  return Number.isNaN(digit) ? undefined : digit < 10 ? digit + 26 : digit - 10;
}

function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? damp : 2));
  rest += Math.floor(rest / count);
  let steps = 0;
  for (; rest > ((base - 1) * most) / 2; steps += base) rest = Math.floor(rest / (base - 1));
  return steps + Math.floor((base * rest) / (rest + skew));
}
