/** What the list of folders asks Graph for. */
import { graphBatch, type BatchRequest } from '#api/batch.ts';
import type { MailFolder } from '#contract/graph.ts';
import { graphCollection } from '#api/whole-collection.ts';
import { folderMembers } from '#features/mail/mail-api.ts';
import {
  toFolder,
  wellKnownFolders,
  inOrder,
  type Folder,
  type WellKnownFolder,
} from '#features/mail/mailbox.ts';
import { reading } from '#features/mail/reading.ts';

/**
 * The folders at the top of the mailbox. Graph does not say which of them is the inbox, and their names are in the
 * mailbox's language: asking for each by its well-known name is the only way to tell.
 *
 * @throws {ApiError | AuthError}
 */
export async function listFolders(signal: AbortSignal): Promise<Folder[]> {
  const folders = await allFolders('/me/mailFolders', signal);
  const names = await wellKnownNames(signal);
  return inOrder(folders.map((folder) => toFolder(folder, names.get(folder.id))));
}

/** @throws {ApiError | AuthError} */
export async function listChildFolders(folder: string, signal: AbortSignal): Promise<Folder[]> {
  const path = `/me/mailFolders/${encodeURIComponent(folder)}/childFolders`;
  return inOrder((await allFolders(path, signal)).map((child) => toFolder(child)));
}

/**
 * Those at the top that Outlook does not show, such as its records of trouble with synchronising.
 *
 * @throws {ApiError | AuthError}
 */
export async function listHiddenFolders(signal: AbortSignal): Promise<Folder[]> {
  const all = await allFolders('/me/mailFolders', signal, { includeHiddenFolders: true });
  return inOrder(all.filter(({ isHidden }) => isHidden).map((folder) => toFolder(folder)));
}

/** A folder, and the names from the top of the mailbox down to its own. */
export interface PlacedFolder {
  readonly folder: Folder;
  readonly path: readonly string[];
}

/** Questions at once; four is what a mailbox answers. */
const together = 3;

/**
 * The whole tree as a list, each folder before those in it. Graph tells only one level at a time.
 *
 * @throws {ApiError | AuthError}
 */
export async function listWhole(
  top: Promise<readonly Folder[]>,
  signal: AbortSignal,
): Promise<PlacedFolder[]> {
  const below = async (
    folders: readonly Folder[],
    path: readonly string[],
  ): Promise<PlacedFolder[]> => {
    const found: PlacedFolder[][] = [];
    for (let at = 0; at < folders.length; at += together) {
      const part = folders.slice(at, at + together).map(async (folder) => {
        const own = [...path, folder.name];
        const children = folder.children > 0 ? await listChildFolders(folder.id, signal) : [];
        return [{ folder, path: own }, ...(await below(children, own))];
      });
      found.push(...(await Promise.all(part)));
    }
    return found.flat();
  };
  return below(await top, []);
}

function allFolders(
  path: string,
  signal: AbortSignal,
  more: Record<string, boolean> = {},
): Promise<MailFolder[]> {
  const query = { $select: `${folderMembers},isHidden`, $top: 100, ...more };
  return graphCollection<MailFolder>({ path, query, scopes: reading().scopes, signal });
}

/** Ids to names. Not every mailbox has an archive: a folder that is not there is left out. */
async function wellKnownNames(signal: AbortSignal): Promise<Map<string, WellKnownFolder>> {
  const requests = wellKnownFolders.map((name): BatchRequest => ({
    method: 'GET',
    path: `/me/mailFolders/${name}?$select=id`,
  }));
  const answers = await graphBatch(requests, { scopes: reading().scopes, size: together, signal });
  return new Map(
    answers.flatMap((answer, at) => {
      const name = wellKnownFolders[at];
      if (!name || 'error' in answer) return [];
      return [[(answer.value as MailFolder).id, name] as const];
    }),
  );
}
