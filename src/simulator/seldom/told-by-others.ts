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
  contact: ['photo'],
  contactFolder: ['contacts', 'childFolders'],
  mailFolder: ['childFolders', 'messages', 'messageRules'],
  event: ['calendar', 'attachments', 'exceptionOccurrences', 'instances'],
};

/** Of these nothing is kept here, so there is nothing to show. */
const kept = /^(extensions|(single|multi)ValueExtendedProperties)\b/i;

/** One resource is brought along, or none; of the others there are as many as there are. */
const single = ['calendar', 'photo'];

interface Expansion {
  readonly name: string;
  readonly query: string;
}

/** @throws {GraphRefusal} for what cannot be expanded */
function expansionsOf(c: GraphContext, type: string, expand: string): Expansion[] {
  return expand.split(/,(?![^(]*\))/).flatMap((part) => {
    if (kept.test(part.trim())) return [];
    const [, asked = part.trim(), options = ''] = /^(\w+)(?:\((.*)\))?$/.exec(part.trim()) ?? [];
    const name = relations[type]?.find((each) => each.toLowerCase() === asked.toLowerCase());
    if (name === undefined)
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${asked}' on type 'microsoft.graph.${type}'.`,
      );
    // A series is taken apart within the window that the whole request names.
    const span = [...new URL(c.req.url).searchParams]
      .filter(([each]) => name === 'instances' && /^(start|end)DateTime$/i.test(each))
      .map(([each, value]) => `${each}=${encodeURIComponent(value)}`);
    return [{ name, query: [options.replaceAll(';', '&'), ...span].filter(Boolean).join('&') }];
  });
}

/**
 * Resources with what each is asked to bring along, as its own address tells it, with the options in parentheses.
 * @param above the address of their collection, below `/v1.0`
 * @throws {GraphRefusal} for what cannot be expanded
 */
export async function allExpanded(
  app: GraphApp,
  c: GraphContext,
  above: string,
  type: string,
  expand: string,
  rows: readonly object[],
): Promise<object[]> {
  const expansions = expansionsOf(c, type, expand);
  const whole: object[] = [];
  // One after the other: Exchange serves few requests at a time.
  for (const row of rows) {
    const { id } = row as { readonly id?: string };
    whole.push({ ...row, ...(await told(app, c, `${above}/${id}`, expansions)) });
  }
  return whole;
}

/** The same of one resource, at its own address. */
export async function expandedOf(
  app: GraphApp,
  c: GraphContext,
  path: string,
  type: string,
  expand: string,
): Promise<object> {
  return told(app, c, path, expansionsOf(c, type, expand));
}

async function told(
  app: GraphApp,
  c: GraphContext,
  path: string,
  expansions: readonly Expansion[],
): Promise<object> {
  const parts: Record<string, unknown> = {};
  for (const { name, query } of expansions) {
    const answered = await inside(app, c, `${path}/${name}`, query);
    const {
      '@odata.context': _,
      error,
      ...rest
    } = (await answered.json()) as Record<string, unknown> & Partial<GraphErrorBody>;
    if (error?.code === 'ErrorInvalidParameter')
      throw new GraphRefusal(answered.status, error.code, error.message);
    // Only the master of a series has exceptions and instances.
    if (answered.status === 200) parts[name] = rest['value'] ?? rest;
    else if (!single.includes(name)) parts[name] = [];
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
