/** What few ask of Graph: looked through where no other route has an answer, and not loaded before. */
import {
  denied,
  holds,
  needsMailbox,
  opens,
  tokenFacts,
  type Family,
} from '#simulator/graph/graph-access.ts';
import {
  answer,
  routedPath,
  type GraphApp,
  type GraphContext,
} from '#simulator/graph/graph-answer.ts';
import { metadataDocument, serviceDocument } from '#simulator/metadata/metadata-document.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import {
  listGroups,
  listOfGroup,
  listRoles,
  membershipsOfOther,
  oneGroup,
  someMemberships,
} from './groups.ts';
import { directReports, licencesOfOther, managerOf, personNamed } from './people.ts';
// Their chunk is this one: a chunk of its own would draw what both need into the simulator's start.
export { expandedPerson } from './people.ts';
import { openAttachment } from './attachment-session.ts';
// In this file for the same reason as above: Exchange and calendars take what follows.
export { attachmentPiece } from './attachment-session.ts';
export { findMeetingTimes } from './meeting-times.ts';
import { consentPolicy, oneOrganization, subscriptions } from './company-settings.ts';
import { languages, overrides, zones } from './mailbox-lists.ts';
export { refusedMethod } from './refused-method.ts';
import { ownGroups } from './own-groups.ts';
import { presence } from './presence.ts';
import { emptyOfTask, oneTeam } from './told-by-others.ts';
export { allExpanded, expandedOf, settingsBeside } from './told-by-others.ts';

type Answer = (
  c: GraphContext,
  context: TenantContext,
  part: string,
  more: string,
  app: GraphApp,
) => Response | Promise<Response>;

interface Seldom {
  readonly pattern: RegExp;
  /** `GET` unless told. */
  readonly method?: 'POST';
  /** Any of these opens it, where the permission lists do not know it. */
  readonly wanted: readonly string[];
  readonly family: Family;
  readonly answer: Answer;
}

const parts = () => import('#simulator/directory/principal-parts.ts');

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
  answer: async (c, context, part, more, app) => {
    await needsMailbox(c, async () => undefined);
    return how(c, context, part, more, app);
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
  people(
    /^\/users\/([^/]+)\/(memberof|transitivememberof)$/i,
    ['User.Read.All', ...directory],
    membershipsOfOther,
  ),
  people(
    /^\/users\/([^/]+)\/licensedetails$/i,
    ['LicenseAssignment.Read.All', 'User.Read.All', ...directory],
    licencesOfOther,
  ),
  people(/^\/organization\/([^/]+)$/i, opens.organization, oneOrganization),
  people(/^\/groups$/i, groups, listGroups),
  people(/^\/groups\/([^/]+)$/i, groups, oneGroup),
  people(
    /^\/groups\/([^/]+)\/(members|transitivemembers)(?:\/(?:microsoft\.)?graph\.user)?$/i,
    groups,
    listOfGroup,
  ),
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
  people(
    /^\/serviceprincipals(?:\/|\(appid=')([^/']+)(?:'\))?\/(oauth2permissiongrants|approleassignments|approleassignedto|delegatedpermissionclassifications|owners)$/i,
    ['Application.Read.All', ...directory],
    async (c, context, key, part) => (await parts()).partOfPrincipal(c, context, key, part),
  ),
  people(
    /^\/(?:me|users\/([^/]+))\/(oauth2permissiongrants|approleassignments)$/i,
    directory,
    async (c, context, name, part) =>
      (await parts()).partOfPerson(c, context, personNamed(c, context, name), part),
  ),
  { pattern: /^\/me\/presence$/i, wanted: ['Presence.Read'], family: 'presence', answer: presence },
  outlook(
    /^\/me\/outlook\/supportedtimezones(?:\(.*'(\w+)'\))?$/i,
    ['User.Read', ...settings],
    zones,
  ),
  outlook(/^\/me\/outlook\/supportedlanguages$/i, ['User.Read', ...settings], languages),
  outlook(
    /^\/me\/inferenceclassification\/overrides$/i,
    ['Mail.Read', 'Mail.ReadWrite'],
    overrides,
  ),
  {
    ...people(
      /^\/me\/((?:get|check)member(?:groups|objects))$/i,
      ['User.Read', ...groups],
      ownGroups,
    ),
    method: 'POST',
  },
  {
    ...outlook(
      /^\/me\/(?:mailfolders\/[^/]+\/)?messages\/([^/]+)\/attachments\/createuploadsession$/i,
      ['Mail.ReadWrite'],
      openAttachment,
    ),
    method: 'POST',
  },
  {
    pattern: /^\/teams\/([^/]+)(?:\/(primarychannel))?$/i,
    wanted: ['Team.ReadBasic.All', 'Channel.ReadBasic.All'],
    family: 'teams',
    answer: oneTeam,
  },
  outlook(
    /^(\/me\/todo\/lists\/[^/]+\/tasks\/[^/]+)\/(attachments)$/i,
    ['Tasks.Read', 'Tasks.ReadWrite'],
    emptyOfTask,
  ),
];

/** @returns `undefined` where there is nothing of that address here either */
export async function seldomAsked(
  c: GraphContext,
  context: TenantContext,
  app: GraphApp,
): Promise<Response | undefined> {
  const path = decodeURI(routedPath(c))
    .replace(/^\/v1\.0/i, '')
    .replace(/\/$/, '');
  const { method: asked } = c.req;
  // What the service says of itself it says to everybody.
  if (path === '' && asked === 'GET') return answer(serviceDocument(context.hosts.graph));
  if (/^\/\$metadata$/i.test(path) && asked === 'GET')
    return new Response(metadataDocument(), {
      headers: { 'content-type': 'application/xml', 'odata-version': '4.0' },
    });
  for (const { pattern, method = 'GET', wanted, family, answer: how } of all) {
    const match = method === asked ? pattern.exec(path) : undefined;
    if (!match) continue;
    const facts = c.get('facts') ?? (await tokenFacts(context, c.req.raw));
    if (!c.get('isAdmitted') && !holds(facts, wanted)) throw denied(family);
    c.set('facts', facts);
    return how(c, context, match[1] ?? '', match[2] ?? '', app);
  }
  return undefined;
}
