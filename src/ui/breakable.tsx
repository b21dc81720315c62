import { Fragment } from 'react';

/** Where a mail address may break. */
export const inAddress = /(?<=[.@])/;

/** A long name or address without spaces: where it has to break, it does so at these places, and not in the middle of a word. */
export function Breakable({ children, at }: { children: string; at: RegExp }) {
  return children.split(at).map((part, index) => (
    <Fragment key={`${index} ${part}`}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
