import type { ComponentType, ReactNode } from 'react';

export type ListRow<Item> =
  | { readonly kind: 'heading'; readonly key: string; readonly text: string }
  | { readonly kind: 'option'; readonly key: string; readonly item: Item };

export const headingHeight = 32;

export interface ListboxProps<Item> {
  /** Beginning of the ids of its options. */
  id: string;
  label: string;
  rows: readonly ListRow<Item>[];
  /** Options that are known to follow but are not here yet. */
  blanks?: number;
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
  onMove: (key: string) => void;
  onPress: (key: string) => void;
  onEnter: (key: string) => void;
  /** Called while the end of what is here is in view or near; absent while there is nothing to fetch. */
  onNearEnd?: (() => void) | undefined;
  onSettle?: (place: number) => void;
}
