/** Making, changing and deleting rows of a list, as every list of Outlook takes it. */
import {
  answer,
  GraphRefusal,
  metadata,
  type GraphApp,
  type GraphContext,
  type GraphEnv,
} from '#simulator/graph/graph-answer.ts';
import type { Step } from '#simulator/router/router.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import { write, type Members } from '#simulator/outlook/mailbox/edits.ts';
import { moment } from '#simulator/outlook/wire.ts';
import { changeMailbox, type OpenMailbox } from '#simulator/outlook/mailbox/open-mailbox.ts';
import { resourceBody, unreadable } from '#simulator/graph/graph-body.ts';
import { preferences } from './preferences.ts';

/** A row and the set of edits that it belongs to. */
export interface Row {
  readonly set: string;
  readonly row: Members;
}

export interface Writable {
  readonly path: string;
  /** As Graph names it in the refusal of a member that it does not have. */
  readonly type: string;
  /** Of the context address; `:list` stands for the list that is asked, and so on. */
  readonly name: string;
  readonly guards: readonly Step<GraphEnv>[];
  /** @throws {GraphRefusal} when there is no such row */
  readonly find: (c: GraphContext, mailbox: OpenMailbox, id: string) => Row;
  /** A new row with an id and every member, before what was given is put in. */
  readonly make?: (c: GraphContext, mailbox: OpenMailbox, given: Members) => Row;
  /** What comes inside a new row and is none of its members: `make` puts it where it belongs. */
  readonly parts?: readonly string[];
  /** Members that were not given are worked out anew each time; of others the whole new row is kept. */
  readonly isDerived?: true;
  /** What follows from what was given. @throws {GraphRefusal} for what cannot be */
  readonly completed?: (given: Members, mailbox: OpenMailbox, row: Members) => Members;
  readonly remove?: (mailbox: OpenMailbox, found: Row) => void;
  /** How a row is shown after it was written. */
  readonly shown?: (c: GraphContext, mailbox: OpenMailbox, id: string) => Members;
}

export function writeRoutes(app: GraphApp, context: TenantContext, list: Writable): void {
  const { make, guards } = list;
  const path = `/v1.0${list.path}`;
  const change = (c: GraphContext, work: (mailbox: OpenMailbox) => Response | Promise<Response>) =>
    changeMailbox(context, c.get('facts').person, work);
  const shown = (c: GraphContext, mailbox: OpenMailbox, id: string, status: number) => {
    const name = list.name.replace(/:(\w+)/g, (_, part: string) => c.req.param(part) ?? '');
    const set = `users('${mailbox.owner.oid}')/${name}/$entity`;
    const row = list.shown?.(c, mailbox, id) ?? list.find(c, mailbox, id).row;
    const body = { '@odata.context': metadata(context, set), ...row };
    return answer(body, preferences(c).headers, status);
  };
  for (const guard of guards) {
    if (make) app.post(path, guard);
    app.on(['PATCH', 'DELETE'], `${path}/:row`, guard);
  }
  if (make)
    app.post(path, async (c) => {
      const given = await resourceBody(c);
      return change(c, (mailbox) => {
        const { set, row } = make(c, mailbox, given);
        const id = String(row['id']);
        const own = Object.entries(given).filter(([name]) => !list.parts?.includes(name));
        const known = checked(Object.fromEntries(own), row, list.type);
        const more = list.completed?.(known, mailbox, row) ?? {};
        const kept = list.isDerived ? { createdDateTime: moment(mailbox.now) } : row;
        write(mailbox, set, id, { ...kept, ...known, ...more }, 'made');
        return shown(c, mailbox, id, 201);
      });
    });
  app.patch(`${path}/:row`, async (c: GraphContext) => {
    const given = await resourceBody(c);
    return change(c, (mailbox) => {
      const { set, row } = list.find(c, mailbox, c.req.param('row') ?? '');
      checkMatch(c, row['@odata.etag']);
      const known = checked(given, row, list.type);
      const more = list.completed?.(known, mailbox, row) ?? {};
      write(mailbox, set, String(row['id']), { ...known, ...more });
      return shown(c, mailbox, String(row['id']), 200);
    });
  });
  app.delete(`${path}/:row`, (c: GraphContext) =>
    change(c, (mailbox) => {
      const found = list.find(c, mailbox, c.req.param('row') ?? '');
      checkMatch(c, found.row['@odata.etag']);
      list.remove?.(mailbox, found);
      write(mailbox, found.set, String(found.row['id']), {}, 'gone');
      return new Response(null, { status: 204 });
    }),
  );
}

/** @throws {GraphRefusal} 412 when somebody else was faster */
export function checkMatch(c: GraphContext, etag: unknown): void {
  const condition = c.req.header('if-match');
  if (!condition || condition === '*' || condition === etag) return;
  throw new GraphRefusal(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );
}

/** Members that only the service writes: given, they are passed over. */
const passedOver = new Set(
  'id changeKey createdDateTime lastModifiedDateTime parentFolderId iCalUId webLink type seriesMasterId bodyPreview organizer isOrganizer responseStatus isCancelled isOwner isShared wellknownListName hasAttachments canEdit canShare canViewPrivateItems isDefaultCalendar isRemovable isTallyingResponses owner hexColor isDraft onlineMeetingUrl onlineMeeting originalStart archiveFolder userPurpose'.split(
    ' ',
  ),
);

/** @throws {GraphRefusal} for members that the type does not have, or of another kind */
export function checked(given: Members, row: Members, type: string): Members {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    if (name.includes('@')) continue;
    if (!Object.hasOwn(row, name))
      throw new GraphRefusal(
        400,
        'RequestBodyRead',
        `The property '${name}' does not exist on type 'microsoft.graph.${type}'. Make sure to only use property names that are defined by the type or mark the type as open type.`,
      );
    const known = row[name];
    // Of what is not known yet it is a text or an object.
    const kinds = known === null ? ['string', 'object'] : [kindOf(known)];
    const isKind = value === null || kinds.includes(kindOf(value));
    if (!isKind)
      throw new GraphRefusal(
        400,
        'RequestBodyRead',
        `Cannot convert the value of the property '${name}' to the expected type of 'microsoft.graph.${type}'.`,
      );
    if (!passedOver.has(name)) kept[name] = value;
  }
  return kept;
}

/** @throws {GraphRefusal} for a word that is not one of the list */
export function checkWord(name: string, word: unknown, known: readonly string[]): void {
  if (word === undefined || known.some((each) => each === word)) return;
  throw unreadable(name);
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}
