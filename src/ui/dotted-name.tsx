import { Fragment } from 'react';

/** A long name with dots in it: where it has to break, it does so before one of them, and not in the middle of a word. */
export function DottedName({ children }: { children: string }) {
  return (
    <code>
      {children.split(/(?=\.)/).map((part, at) => (
        <Fragment key={`${at} ${part}`}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </code>
  );
}
