/** Who may read what: the token, the scopes in it, and the licences behind it (Graph permissions reference). */
import type { Step } from '#simulator/router/router.ts';
import type { Person, TenantContext, TokenFacts } from '#simulator/tenant-context.ts';
import { GraphRefusal, type GraphEnv } from './graph-answer.ts';

/** Scopes that open a part of the API, least first: any one of them is enough. */
export const opens = {
  profile: ['User.Read', 'User.ReadWrite', 'User.Read.All', 'Directory.Read.All'],
  licences: ['User.Read', 'LicenseAssignment.Read.All', 'User.Read.All', 'Directory.Read.All'],
  organization: ['User.Read', 'Organization.Read.All', 'Directory.Read.All'],
  mailEnvelopes: ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'],
  mail: ['Mail.Read', 'Mail.ReadWrite'],
  mailWrite: ['Mail.ReadWrite'],
  mailSend: ['Mail.Send'],
  contacts: ['Contacts.Read', 'Contacts.ReadWrite'],
  people: ['People.Read', 'People.Read.All'],
  calendars: ['Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite'],
  drive: ['Files.Read', 'Files.ReadWrite', 'Files.Read.All', 'Files.ReadWrite.All'],
  driveWrite: ['Files.ReadWrite', 'Files.ReadWrite.All', 'Sites.ReadWrite.All'],
  sites: ['Sites.Read.All', 'Sites.ReadWrite.All'],
  notebooks: ['Notes.Create', 'Notes.Read', 'Notes.ReadWrite', 'Notes.Read.All'],
  teams: ['Team.ReadBasic.All'],
  tasks: ['Tasks.Read', 'Tasks.ReadWrite'],
  health: ['ServiceHealth.Read.All'],
} as const satisfies Record<string, readonly string[]>;

export type Family =
  | 'outlook'
  | 'directory'
  | 'files'
  | 'notes'
  | 'planner'
  | 'teams'
  | 'presence'
  | 'audit';

/** Each workload behind Graph says no in its own words. */
const denials: Record<Family, [code: string, message: string]> = {
  outlook: ['ErrorAccessDenied', 'Access is denied. Check credentials and try again.'],
  directory: ['Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'],
  files: ['accessDenied', 'Access denied'],
  notes: [
    '40004',
    'The OAuth token provided does not have the necessary scopes to complete the request.',
  ],
  planner: ['', 'You do not have the required permissions to access this item.'],
  teams: ['Forbidden', 'Missing scope permissions on the request.'],
  presence: ['Forbidden', ''],
  audit: [
    'Authentication_MSGraphPermissionMissing',
    'The principal does not have required Microsoft Graph permission(s): AuditLog.Read.All to call this API. For more information about Microsoft Graph permissions, please visit https://learn.microsoft.com/graph/permissions-overview.',
  ],
};

/** @param more what this service adds to its words */
export function denied(family: Family, more = ''): GraphRefusal {
  const [code, message] = denials[family];
  return new GraphRefusal(403, code, message + more);
}

/** Throws the 401 that Graph sends. */
export async function tokenFacts(context: TenantContext, request: Request): Promise<TokenFacts> {
  const facts = await context.checkToken(request, context.hosts.graph);
  if (!('refusal' in facts)) return facts;
  throw (await import('./refused-token.ts')).refusedToken(context, request, facts);
}

export function holds(facts: TokenFacts, wanted: readonly string[]): boolean {
  return wanted.some((scope) => facts.scopes.includes(scope));
}

/** For requests that the permission lists do not know, `wanted` decides; where they know one, they have decided already. */
export function needs(
  context: TenantContext,
  wanted: readonly string[],
  family: Family,
): Step<GraphEnv> {
  return async (c, next) => {
    const facts = c.get('facts') ?? (await tokenFacts(context, c.req.raw));
    if (!c.get('isAdmitted') && !holds(facts, wanted)) throw denied(family);
    c.set('facts', facts);
    await next();
  };
}

/** For routes behind `needs`: nothing in Exchange answers a person without a mailbox. */
export const needsMailbox: Step<GraphEnv> = async (c, next) => {
  if (!hasMailbox(c.get('facts').person)) {
    throw new GraphRefusal(
      404,
      'MailboxNotEnabledForRESTAPI',
      'REST API is not yet supported for this mailbox.',
    );
  }
  await next();
};

export const needsOneDrive: Step<GraphEnv> = async (c, next) => {
  if (!hasOneDrive(c.get('facts').person)) {
    throw new GraphRefusal(404, 'ResourceNotFound', "User's mysite not found.");
  }
  await next();
};

export function hasMailbox(person: Person): boolean {
  return person.servicePlans.some((plan) =>
    ['EXCHANGE_S_ENTERPRISE', 'EXCHANGE_S_STANDARD'].includes(plan),
  );
}

export function hasOneDrive(person: Person): boolean {
  return person.servicePlans.includes('SHAREPOINTENTERPRISE');
}
