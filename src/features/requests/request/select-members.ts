/** What a `$select` may name, by the shape of what is at the path. */
import { shapeAt } from './check-body.ts';

type Shapes = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/**
 * The whole values that typing could lead to: what is there, and one member more.
 * @param typed `id,sub`
 */
export function selectSuggestions(shapes: Shapes, url: string, typed: string): string[] {
  const shape = shapes[shapeAt(url) ?? ''];
  if (shape === undefined || typeof shape === 'string') return [];
  const end = typed.lastIndexOf(',') + 1;
  const before = typed.slice(0, end);
  const begun = typed.slice(end).trim().toLowerCase();
  const chosen = new Set(before.split(',').map((name) => name.trim()));
  return Object.entries(shape)
    .filter(
      ([name, code]) =>
        !name.startsWith('@') &&
        !isThing(shapes, code) &&
        !chosen.has(name) &&
        name.toLowerCase().startsWith(begun),
    )
    .map(([name]) => before + name)
    .filter((each) => each !== typed);
}

/** What has an id is a thing of its own, and is expanded and not selected; a reference has one as well, and is neither. */
function isThing(shapes: Shapes, code: string): boolean {
  const shape = shapes[/^\[?@(.+)$/.exec(code)?.[1] ?? ''];
  return typeof shape === 'object' && Object.hasOwn(shape, 'id') && !code.endsWith('Reference');
}
