import { Suspense, useId, type ReactNode } from 'react';
import { lazyPart } from '#ui/lazy-part.tsx';
import { FirstRows } from './first-rows.tsx';
import type { ListboxProps } from './listbox-props.ts';

const VirtualListbox = lazyPart(
  async () => (await import('./virtual-listbox.tsx')).VirtualListbox,
) as <Item>(props: ListboxProps<Item>) => ReactNode;

/**
 * A list of any length in which one thing is chosen. Its first rows do not wait for what makes the length bearable,
 * which weighs as much as everything else that a first message needs.
 */
export function Listbox<Item>(props: Omit<ListboxProps<Item>, 'id'>) {
  // A row keeps its id when the whole list takes over.
  const id = useId();
  return (
    <Suspense fallback={<FirstRows {...props} id={id} />}>
      <VirtualListbox {...props} id={id} />
    </Suspense>
  );
}
