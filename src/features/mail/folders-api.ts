/** What the list of folders asks Graph for. */
import { ApiError } from '#api/api-error.ts';
import { graph } from '#api/request.ts';
import { scopes } from '#config/scopes.ts';
import type { MailFolder } from '#contract/graph.ts';
import { graphCollection } from '#api/collection.ts';
import { folderMembers } from './mail-api.ts';
import {
  toFolder,
  wellKnownFolders,
  inOrder,
  type Folder,
  type WellKnownFolder,
} from './mailbox.ts';

/**
 * The folders at the top of the mailbox. Graph does not say which of them is the inbox, and their names are in the
 * mailbox's language: asking for each by its well-known name is the only way to tell.
 *
 * @throws {ApiError | AuthError}
 */
export async function listFolders(signal: AbortSignal): Promise<Folder[]> {
  const [folders, known] = await Promise.all([
    allFolders('/me/mailFolders', signal),
    Promise.all(wellKnownFolders.map(async (name) => [await idOf(name, signal), name] as const)),
  ]);
  const names = new Map(known);
  return inOrder(folders.map((folder) => toFolder(folder, names.get(folder.id))));
}

/** @throws {ApiError | AuthError} */
export async function listChildFolders(folder: string, signal: AbortSignal): Promise<Folder[]> {
  const path = `/me/mailFolders/${encodeURIComponent(folder)}/childFolders`;
  return inOrder((await allFolders(path, signal)).map((child) => toFolder(child)));
}

function allFolders(path: string, signal: AbortSignal): Promise<MailFolder[]> {
  const query = { $select: folderMembers, $top: 100 };
  return graphCollection<MailFolder>({ path, query, scopes: scopes.mail, signal });
}

/** Not every mailbox has an archive: a folder that is not there is left out. */
async function idOf(name: WellKnownFolder, signal: AbortSignal): Promise<string | undefined> {
  try {
    const query = { $select: 'id' };
    const path = `/me/mailFolders/${name}`;
    return (await graph<MailFolder>({ path, query, scopes: scopes.mail, signal })).id;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'ErrorItemNotFound') return undefined;
    throw error;
  }
}
