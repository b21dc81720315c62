/** What the rules of an inbox make of a letter that comes (Graph messageRule resource): where it lies, and how it looks there. */
import type { Message } from '#contract/graph.ts';
import { rowsNow, type Members } from '#simulator/outlook/mailbox/edits.ts';
import { itemId } from '#simulator/outlook/mailbox/item-id.ts';
import { folderNamed, type OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { fitsAll, fitsAny, type Letter } from './rule-conditions.ts';

interface Actions {
  readonly assignCategories?: readonly string[] | null;
  readonly copyToFolder?: string | null;
  readonly delete?: boolean | null;
  readonly markAsRead?: boolean | null;
  readonly markImportance?: Message['importance'] | null;
  readonly moveToFolder?: string | null;
  readonly permanentDelete?: boolean | null;
  readonly stopProcessingRules?: boolean | null;
}

interface Rule extends Members {
  readonly sequence?: number;
  readonly isEnabled?: boolean;
  readonly hasError?: boolean;
  readonly conditions?: Members | null;
  readonly exceptions?: Members | null;
  readonly actions?: Actions | null;
}

export interface Ruled {
  /** By their numbers: a letter that two rules move lies in both, as with Exchange, and one may be left with none. */
  readonly folders: readonly number[];
  readonly fields: Partial<Message>;
}

export function rulesNow(mailbox: OpenMailbox): Rule[] {
  return rowsNow<Rule>(mailbox, 'rule', bornRules(mailbox));
}

export function ruled(mailbox: OpenMailbox, letter: Letter): Ruled {
  const fields: Partial<Message> = { categories: [], ...letter.fields };
  const moved = new Set<number>();
  const copied = new Set<number>();
  let isGone = false;
  for (const { actions } of fitting(mailbox, letter)) {
    const { assignCategories, copyToFolder, moveToFolder, markImportance } = actions;
    fields.categories = [...new Set([...(fields.categories ?? []), ...(assignCategories ?? [])])];
    if (actions.markAsRead) fields.isRead = true;
    if (markImportance) fields.importance = markImportance;
    if (moveToFolder) addFolder(mailbox, moved, moveToFolder);
    if (copyToFolder) addFolder(mailbox, copied, copyToFolder);
    if (actions.delete) addFolder(mailbox, moved, 'deleteditems');
    isGone ||= actions.permanentDelete === true;
  }
  if (!isGone && moved.size === 0) addFolder(mailbox, moved, 'inbox');
  return { folders: [...new Set([...moved, ...copied])], fields };
}

/** Those that apply, in their order, as far as one that lets no other follow. */
function fitting(mailbox: OpenMailbox, letter: Letter): { readonly actions: Actions }[] {
  const rules = rulesNow(mailbox)
    .filter(({ isEnabled, hasError }) => isEnabled !== false && !hasError)
    .sort((one, other) => (one.sequence ?? 0) - (other.sequence ?? 0))
    .filter(
      ({ conditions, exceptions }) =>
        fitsAll(letter, conditions ?? {}) && !fitsAny(letter, exceptions ?? {}),
    )
    .map(({ actions }) => ({ actions: actions ?? {} }));
  const last = rules.findIndex(({ actions }) => actions.stopProcessingRules === true);
  return last < 0 ? rules : rules.slice(0, last + 1);
}

/** A folder that is no more makes the rule one that does nothing. */
function addFolder(mailbox: OpenMailbox, to: Set<number>, name: string): void {
  try {
    to.add(folderNamed(mailbox, name).number);
  } catch {
    // The letter goes where it would have gone without.
  }
}

/** One that somebody made once and forgot. */
function bornRules(mailbox: OpenMailbox): Rule[] {
  const newsletters = mailbox.folders.find(({ name }) => name === 'Newsletters');
  const folder =
    newsletters && itemId(mailbox, { kind: 'folder', folder: newsletters.number, index: 0 });
  return [
    {
      id: 'AQAAAJ5dZqA=',
      displayName: 'Newsletters out of the way',
      sequence: 1,
      isEnabled: true,
      hasError: folder === undefined,
      isReadOnly: false,
      conditions: { senderContains: ['hello@news.'] },
      actions: { ...(folder ? { moveToFolder: folder } : {}), stopProcessingRules: true },
      exceptions: null,
    },
  ];
}
