/** What few ask and another answer of Graph tells already: it is asked for inside, with the token that came. */
import {
  answer,
  collection,
  GraphRefusal,
  metadata,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { channelsOf, teamsOf } from '#simulator/workplace/teams.ts';
import type { GraphErrorBody } from '#contract/graph.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';

/** @returns the answer of Graph to the same person about another address */
async function inside(
  app: GraphApp,
  c: GraphContext,
  path: string,
  query?: string,
): Promise<Response> {
  const url = new URL(c.req.url);
  url.search = query ?? url.search;
  url.pathname = `/v1.0${path}`;
  return app.fetch(new Request(url, { headers: c.req.raw.headers }));
}

/** A task's own lists are empty: what the person wrote is the task itself. */
export async function emptyOfTask(
  c: GraphContext,
  context: TenantContext,
  task: string,
  what: string,
  app: GraphApp,
): Promise<Response> {
  const found = await inside(app, c, task);
  return found.status === 200 ? answer(collection(context, what, [])) : found;
}

export function oneTeam(
  c: GraphContext,
  context: TenantContext,
  id: string,
  what: string,
): Response {
  const team = teamsOf(c.get('facts').person).find((each) => each.id === id.toLowerCase());
  if (!team) throw new GraphRefusal(404, 'NotFound', 'No team found with Group Id.');
  if (what === '') return answer({ '@odata.context': metadata(context, 'teams/$entity'), ...team });
  return answer({
    '@odata.context': metadata(context, `teams('${team.id}')/primaryChannel/$entity`),
    ...channelsOf(team)[0],
  });
}

/**
 * Folders of contacts with the first page of what is in them.
 * @throws {GraphRefusal} for what cannot be expanded
 */
export async function expandedFolders<T extends { readonly id?: string }>(
  app: GraphApp,
  c: GraphContext,
  folders: readonly T[],
  expand: string,
): Promise<T[]> {
  const names = expand.split(',').map((name) => name.trim());
  const wrong = names.find((name) => !/^(contacts|childFolders)$/.test(name));
  if (wrong !== undefined)
    throw new GraphRefusal(
      400,
      'BadRequest',
      `Parsing OData Select and Expand failed: Could not find a property named '${wrong}' on type 'microsoft.graph.contactFolder'.`,
    );
  return Promise.all(
    folders.map(async (folder) => {
      const parts = names.map(async (name) => {
        const answered = await inside(app, c, `/me/contactFolders/${folder.id}/${name}`, '');
        return [name, ((await answered.json()) as { value: unknown }).value];
      });
      return { ...folder, ...(Object.fromEntries(await Promise.all(parts)) as object) };
    }),
  );
}

/** The mailbox keeps these, and says itself who may read them. */
export async function settingsBeside(app: GraphApp, c: GraphContext): Promise<object> {
  const answered = await inside(app, c, '/me/mailboxSettings', '');
  const {
    error,
    '@odata.context': _,
    ...mailboxSettings
  } = (await answered.json()) as GraphErrorBody & Record<string, unknown>;
  if (answered.status !== 200) throw new GraphRefusal(answered.status, error.code, error.message);
  return { mailboxSettings };
}
