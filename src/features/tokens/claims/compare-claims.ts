/** Two tokens, claim by claim. */

export interface Difference {
  readonly name: string;
  readonly kind: 'same' | 'changed' | 'only-first' | 'only-second';
  readonly first: string | undefined;
  readonly second: string | undefined;
  /** Of lists (`scp`, `roles`, `amr`): what one has and the other has not. */
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

type Parts = Readonly<Record<string, unknown>>;

/** What changed first; inside that, in the order of the first token. */
export function compareClaims(first: Parts, second: Parts): Difference[] {
  const names = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return names
    .map((name) => difference(name, first, second))
    .toSorted((a, b) => Number(a.kind === 'same') - Number(b.kind === 'same'));
}

function difference(name: string, first: Parts, second: Parts): Difference {
  const [inFirst, inSecond] = [Object.hasOwn(first, name), Object.hasOwn(second, name)];
  const [one, other] = [claimText(first[name]), claimText(second[name])];
  const [ones, others] = [listOf(name, first[name]), listOf(name, second[name])];
  return {
    name,
    kind: !inSecond ? 'only-first' : !inFirst ? 'only-second' : one === other ? 'same' : 'changed',
    first: inFirst ? one : undefined,
    second: inSecond ? other : undefined,
    gone: ones.filter((each) => !others.includes(each)),
    come: others.filter((each) => !ones.includes(each)),
  };
}

function listOf(name: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.map(claimText);
  return name === 'scp' && typeof value === 'string' ? value.split(' ').filter(Boolean) : [];
}

export function claimText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
