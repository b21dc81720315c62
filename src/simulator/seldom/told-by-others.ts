/** What few ask and another answer of Graph tells already: it is asked for inside, with the token that came. */
import {
  answer,
  collection,
  GraphRefusal,
  metadata,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { badRequest } from '#simulator/graph/graph-query.ts';
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

/** To no task a file is attached. */
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

/** What `$expand` gives of each type; a list of relations is asked for with its first page. */
const relations: Readonly<Record<string, readonly string[]>> = {
  contactFolder: ['contacts', 'childFolders'],
  mailFolder: ['childFolders', 'messages', 'messageRules'],
  event: ['calendar', 'attachments', 'exceptionOccurrences'],
};

/** Of these nothing is kept here, so there is nothing to show. */
const kept = /^(extensions|(single|multi)ValueExtendedProperties)\b/i;

/**
 * What a resource is asked to bring along, each as its own address tells it, with the options in parentheses.
 * @param path of the resource, below `/v1.0`
 * @throws {GraphRefusal} for what cannot be expanded
 */
export async function expandedOf(
  app: GraphApp,
  c: GraphContext,
  path: string,
  type: string,
  expand: string,
): Promise<object> {
  const parts: Record<string, unknown> = {};
  // One after the other: Exchange serves few requests at a time.
  for (const part of expand.split(/,(?![^(]*\))/)) {
    if (kept.test(part.trim())) continue;
    const [, asked = '', options = ''] = /^(\w+)(?:\((.*)\))?$/.exec(part.trim()) ?? [];
    const name = relations[type]?.find((each) => each.toLowerCase() === asked.toLowerCase());
    if (name === undefined)
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${part.trim()}' on type 'microsoft.graph.${type}'.`,
      );
    const answered = await inside(app, c, `${path}/${name}`, options.replaceAll(';', '&'));
    const { '@odata.context': _, ...told } = (await answered.json()) as Record<string, unknown>;
    // Only the master of a series has exceptions.
    parts[name] = answered.status === 200 ? (told['value'] ?? told) : [];
  }
  return parts;
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
