import { use, type ComponentType } from 'react';

/** What could not be fetched, each with what forgets that. */
const failed = new Set<() => void>();

/** Whatever could not be fetched is fetched anew when it is drawn next. */
export function tryPartsAgain(): void {
  for (const forget of failed) forget();
  failed.clear();
}

/**
 * Code that is fetched when it is first wanted, and kept. A failure is kept as well, or drawing would fetch without end,
 * but only until somebody asks for another try: `React.lazy` keeps it for as long as the document lives.
 */
export function untilTriedAgain<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let kept: Promise<Part> | undefined;
  return () => {
    if (kept) return kept;
    kept = load();
    kept.catch(() => failed.add(() => (kept = undefined)));
    return kept;
  };
}

/**
 * A component whose code comes when it is first drawn; suspends until then.
 *
 * Chromium asks the server again for a module that failed, at the same address, and for a dependency of it that did
 * (tried with version 156: a lost connection, a 404, offline). The HTML standard lets a browser remember the failure;
 * where one does, only a reload helps, which is why that is offered beside.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const part = untilTriedAgain(load);
  return function LazyPart(props: Props) {
    const Part = use(part());
    return <Part {...props} />;
  };
}
