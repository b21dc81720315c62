import type { ComponentType, ReactNode, Ref } from 'react';

export type ListRow<Item> =
  | { readonly kind: 'heading'; readonly key: string; readonly text: string }
  | { readonly kind: 'option'; readonly key: string; readonly item: Item };

/** Holes are options that are known to be there but were not fetched; they are drawn as blanks. */
export type ListRows<Item> = readonly (ListRow<Item> | undefined)[];

export const headingHeight = 32;

/** Where things stand in the whole of a list, whatever of it is here: headings come and go, slots stay. */
export interface Slots {
  /** Of the option in a row, or the next one after a heading. */
  of(row: number): number;
  rowOf(slot: number): number;
}

export interface ListboxHandle {
  /** As if the key had been pressed in the list. */
  press(key: string, extend?: boolean): void;
  /** To the option that the tab key reaches. */
  focus(): void;
  /** Scrolls until the row is the first in view. */
  show(row: number): void;
}

export interface ListboxProps<Item> {
  /** Beginning of the ids of its options. */
  id: string;
  label: string;
  rows: ListRows<Item>;
  /** How many options there are, here or not, when that is known. */
  total: number | undefined;
  /** Pixels of an option. */
  height: number;
  /** Key of the option that the tab key reaches. */
  active: string | undefined;
  selected: string | undefined;
  /** Several are chosen at once, and these are; a press or the space bar is then a choice (`onPress`). */
  picked?: ReadonlySet<string> | undefined;
  Option: ComponentType<{ item: Item; id: string }>;
  /** The parts of an option that make its name, in speaking order: ids that end so, after the option's own. */
  named: readonly string[];
  foot?: ReactNode;
  /** Pixels scrolled at the start. */
  place?: number;
  /** Where rows may be missing, so that the view stays where it is when they come. */
  slots?: Slots | undefined;
  handle?: Ref<ListboxHandle>;
  /** Options that were picked for doing something with them; absent where that is not possible. */
  marked?: ReadonlySet<string> | undefined;
  onMove: (key: string) => void;
  onPress: (key: string) => void;
  onEnter: (key: string) => void;
  /** The focus came to it otherwise than by a key of the list or a press: the next key is meant for it. */
  onFocus: (key: string) => void;
  /** The option is to be picked or put back; with `through`, all from the last one picked up to it are picked. */
  onMark?: (key: string, through: boolean) => void;
  /** Which rows are in view, whenever that changes. */
  onRange?: (first: number, last: number) => void;
  onSettle?: (place: number) => void;
}
