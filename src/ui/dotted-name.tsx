import { Breakable } from './breakable.tsx';

/** A long name with dots in it: where it has to break, it does so before one of them, and not in the middle of a word. */
export function DottedName({ children }: { children: string }) {
  return (
    <code>
      <Breakable at={/(?=\.)/}>{children}</Breakable>
    </code>
  );
}
