/** What few ask of Graph: looked through where no other route has an answer, and not loaded before. */
import {
  denied,
  holds,
  needsMailbox,
  tokenFacts,
  type Family,
} from '#simulator/graph/graph-access.ts';
import { answer, routedPath, type GraphContext } from '#simulator/graph/graph-answer.ts';
import { metadataDocument, serviceDocument } from '#simulator/metadata/metadata-document.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import {
  directReports,
  listGroups,
  listOfGroup,
  listRoles,
  managerOf,
  oneGroup,
  someMemberships,
} from './people-and-groups.ts';
// Their chunk is this one: a chunk of its own would draw what both need into the simulator's start.
export { expandedPerson } from './people-and-groups.ts';
import { consentPolicy, subscriptions } from './company-settings.ts';
import { categories, languages, overrides, rules, zones } from './mailbox-lists.ts';
import { presence } from './presence.ts';

type Answer = (
  c: GraphContext,
  context: TenantContext,
  part: string,
  more: string,
) => Response | Promise<Response>;

interface Seldom {
  readonly pattern: RegExp;
  /** Any of these opens it, where the permission lists do not know it. */
  readonly wanted: readonly string[];
  readonly family: Family;
  readonly answer: Answer;
}

const directory = ['Directory.Read.All', 'Directory.ReadWrite.All'];
const groups = ['GroupMember.Read.All', 'Group.Read.All', 'Group.ReadWrite.All', ...directory];
const settings = ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'];

const people = (pattern: RegExp, wanted: readonly string[], how: Answer): Seldom => ({
  pattern,
  wanted,
  family: 'directory',
  answer: how,
});
const outlook = (pattern: RegExp, wanted: readonly string[], how: Answer): Seldom => ({
  pattern,
  wanted,
  family: 'outlook',
  answer: async (c, context, part, more) => {
    await needsMailbox(c, async () => undefined);
    return how(c, context, part, more);
  },
});

const all: readonly Seldom[] = [
  people(
    /^\/me\/(memberof|transitivememberof)(?:\/(?:microsoft\.)?graph\.(\w+))?$/i,
    ['User.Read'],
    someMemberships,
  ),
  people(/^\/(?:me|users\/([^/]+))\/manager$/i, ['User.Read.All', ...directory], managerOf),
  people(
    /^\/(?:me|users\/([^/]+))\/directreports$/i,
    ['User.Read.All', ...directory],
    directReports,
  ),
  people(/^\/groups$/i, groups, listGroups),
  people(/^\/groups\/([^/]+)$/i, groups, oneGroup),
  people(/^\/groups\/([^/]+)\/(members|transitivemembers)$/i, groups, listOfGroup),
  people(
    /^\/directoryroles(?:\/([^/]+)\/(members))?$/i,
    ['RoleManagement.Read.Directory', ...directory],
    listRoles,
  ),
  people(
    /^\/subscribedskus$/i,
    ['LicenseAssignment.Read.All', 'Organization.Read.All', ...directory],
    subscriptions,
  ),
  people(
    /^\/policies\/authorizationpolicy(?:\/authorizationpolicy)?$/i,
    ['Policy.Read.All'],
    consentPolicy,
  ),
  { pattern: /^\/me\/presence$/i, wanted: ['Presence.Read'], family: 'teams', answer: presence },
  outlook(/^\/me\/outlook\/mastercategories$/i, settings, categories),
  outlook(
    /^\/me\/outlook\/supportedtimezones(?:\(.*'(\w+)'\))?$/i,
    ['User.Read', ...settings],
    zones,
  ),
  outlook(/^\/me\/outlook\/supportedlanguages$/i, ['User.Read', ...settings], languages),
  outlook(/^\/me\/mailfolders\/inbox\/messagerules$/i, settings, rules),
  outlook(
    /^\/me\/inferenceclassification\/overrides$/i,
    ['Mail.Read', 'Mail.ReadWrite'],
    overrides,
  ),
];

/** @returns `undefined` where there is nothing of that address here either */
export async function seldomAsked(
  c: GraphContext,
  context: TenantContext,
): Promise<Response | undefined> {
  const path = decodeURI(routedPath(c))
    .replace(/^\/v1\.0/i, '')
    .replace(/\/$/, '');
  if (c.req.method !== 'GET') return undefined;
  // What the service says of itself it says to everybody.
  if (path === '') return answer(serviceDocument(context.hosts.graph));
  if (/^\/\$metadata$/i.test(path))
    return new Response(metadataDocument(), {
      headers: { 'content-type': 'application/xml', 'odata-version': '4.0' },
    });
  for (const { pattern, wanted, family, answer: how } of all) {
    const match = pattern.exec(path);
    if (!match) continue;
    const facts = c.get('facts') ?? (await tokenFacts(context, c.req.raw));
    if (!c.get('isAdmitted') && !holds(facts, wanted)) throw denied(family);
    c.set('facts', facts);
    return how(c, context, match[1] ?? '', match[2] ?? '');
  }
  return undefined;
}
