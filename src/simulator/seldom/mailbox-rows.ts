/** Categories and rules of a mailbox: listed, made, changed and deleted (Graph outlookCategory and messageRule resources). */
import { needs, needsMailbox } from '#simulator/graph/graph-access.ts';
import {
  GraphRefusal,
  nothingHere,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { nextNumber, rowsNow, type Members } from '#simulator/outlook/mailbox/edits.ts';
import {
  folderNamed,
  openMailbox,
  type OpenMailbox,
} from '#simulator/outlook/mailbox/open-mailbox.ts';
import { checkWord, writeRoutes } from '#simulator/outlook/write-routes.ts';
import { guid, hashText, hex } from '#simulator/seed/random.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { listRoute } from '#simulator/workplace/list-route.ts';
import { rulesNow } from './inbox-rules.ts';

interface Rows {
  /** Below `/v1.0`. */
  readonly path: string;
  readonly type: string;
  readonly name: string;
  readonly set: string;
  readonly now: (mailbox: OpenMailbox) => readonly Members[];
  /** Every member that one has, before what was given is put in. */
  readonly blank: (mailbox: OpenMailbox, number: number) => Members;
  /** Without these none is made. */
  readonly required: readonly string[];
  /** Members that stay as they were first written. */
  readonly lasting?: readonly string[];
  /** @throws {GraphRefusal} for words that none has */
  readonly check?: (given: Members) => void;
}

export function mailboxRows(app: GraphApp, context: TenantContext): void {
  rowRoutes(app, context, {
    path: '/me/outlook/masterCategories',
    type: 'outlookCategory',
    name: 'outlook/masterCategories',
    set: 'category',
    now: (mailbox) => rowsNow(mailbox, 'category', bornCategories(mailbox)),
    blank: ({ key }, number) => ({ id: guid(key, 63, number), displayName: '', color: 'none' }),
    required: ['displayName'],
    lasting: ['displayName'],
    check: ({ color }) => checkWord('color', color, colors),
  });
  rowRoutes(app, context, {
    path: '/me/mailFolders/:folder/messageRules',
    type: 'messageRule',
    name: "mailFolders('inbox')/messageRules",
    set: 'rule',
    now: rulesNow,
    blank: (mailbox, number) => ({
      id: `AQAA${hex(7, mailbox.key, 64, number)}=`,
      displayName: '',
      sequence: rulesNow(mailbox).length + 1,
      isEnabled: true,
      hasError: false,
      isReadOnly: false,
      conditions: null,
      actions: null,
      exceptions: null,
    }),
    required: ['displayName', 'actions'],
  });
}

function rowRoutes(app: GraphApp, context: TenantContext, rows: Rows): void {
  const { path, type, name, set, blank, required, lasting = [], check } = rows;
  const now = (c: GraphContext, mailbox: OpenMailbox) => {
    const folder = c.req.param('folder');
    // Rules are the inbox's alone.
    if (folder !== undefined && folderNamed(mailbox, folder).wellKnown !== 'inbox')
      throw nothingHere();
    return rows.now(mailbox);
  };
  listRoute(app, context, {
    path,
    type,
    page: 1000,
    guards: [needs(context, ['MailboxSettings.Read', writing], 'outlook'), needsMailbox],
    rows: async (c) => now(c, await openMailbox(context, c.get('facts').person)),
    one: true,
    missing: nothingHere,
  });
  writeRoutes(app, context, {
    path,
    type,
    name,
    guards: [needs(context, [writing], 'outlook'), needsMailbox],
    find: (c, mailbox, id) => {
      const row = now(c, mailbox).find((each) => each['id'] === id);
      if (!row) throw nothingHere();
      return { set, row };
    },
    make: (c, mailbox, given) => {
      now(c, mailbox);
      const absent = required.find((member) => !given[member]);
      if (absent !== undefined)
        throw new GraphRefusal(
          400,
          'ErrorInvalidRequest',
          `The property '${absent}' is required when a ${type} is created.`,
        );
      return { set, row: blank(mailbox, nextNumber(mailbox)) };
    },
    completed: (given, _, row) => {
      check?.(given);
      return Object.fromEntries(
        lasting.flatMap((member) => (row[member] ? [[member, row[member]]] : [])),
      ) as Members;
    },
  });
}

const writing = 'MailboxSettings.ReadWrite';

const colors = ['none', ...Array.from({ length: 25 }, (_, at) => `preset${at}`)];

/** Outlook's own six, by the colours that they are born with. */
const colours = ['Red', 'Orange', 'Yellow', 'Green', 'Blue', 'Purple'];
const presets = [0, 1, 3, 4, 7, 8];

function bornCategories({ owner }: OpenMailbox): Members[] {
  const key = hashText(owner.oid);
  return colours.map((colour, at) => ({
    id: guid(key, 62, at),
    displayName: `${colour} category`,
    color: `preset${presets[at] ?? 0}`,
  }));
}
