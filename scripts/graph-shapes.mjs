// Reduces the schema of Graph to what the request screen ships: the shapes of bodies that it can check, and how the parts
// of paths are written, which the permission lists have in lower case only. Run it again when the schema is newer:
// `node scripts/graph-shapes.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const data = new URL('../../shared/data/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, data), 'utf8'));

/** What can be sent; everything that it holds comes along. */
const roots = [
  ...['message', 'fileAttachment', 'mailFolder', 'contact', 'contactFolder', 'event', 'calendar'],
  ...['user', 'mailboxSettings', 'driveItem', 'todoTaskList', 'todoTask'],
];

/** Parts of paths that no member of a shape is called, so that the schema does not tell how they are written. */
const alsoWritten = [
  ...[
    'appRoleAssignedTo',
    'auditLogs',
    'authenticationMethods',
    'calendarPermissions',
    'changePassword',
  ],
  ...[
    'checkMemberGroups',
    'checkMemberObjects',
    'createForward',
    'createLink',
    'createReply',
    'createReplyAll',
  ],
  ...[
    'createUploadSession',
    'createdByUser',
    'directoryAudits',
    'directoryObjects',
    'directoryRoles',
  ],
  ...['directoryRoleTemplates', 'dismissReminder', 'findMeetingTimes', 'followedSites', 'getByIds'],
  ...[
    'getMailTips',
    'getMemberGroups',
    'getMemberObjects',
    'getSchedule',
    'hostedContents',
    'identityGovernance',
  ],
  ...[
    'identityProtection',
    'inferenceClassification',
    'installedApps',
    'lastModifiedByUser',
    'linkedResources',
  ],
  ...[
    'checklistItems',
    'masterCategories',
    'messageRules',
    'namedLocations',
    'conditionalAccess',
    'onlineMeetings',
  ],
  ...[
    'permissionGrants',
    'privacy',
    'reminderView',
    'replyAll',
    'revokeSignInSessions',
    'riskyUsers',
  ],
  ...[
    'roleManagement',
    'roleDefinitions',
    'roleAssignments',
    'sectionGroups',
    'sendMail',
    'serviceAnnouncement',
  ],
  ...[
    'healthOverviews',
    'servicePrincipals',
    'serviceHealth',
    'sharedWithMe',
    'signIns',
    'snoozeReminder',
  ],
  ...[
    'subscribedSkus',
    'supportedLanguages',
    'supportedTimeZones',
    'tentativelyAccept',
    'transitiveMembers',
  ],
  ...[
    'translateExchangeIds',
    'userRegistrationDetails',
    'termStore',
    'contentTypes',
    'administrativeUnits',
  ],
  ...[
    'assignLicense',
    'addPassword',
    'removePassword',
    'addKey',
    'removeKey',
    'federatedIdentityCredentials',
  ],
  ...[
    'tokenLifetimePolicies',
    'tokenIssuancePolicies',
    'claimsMappingPolicies',
    'homeRealmDiscoveryPolicies',
  ],
  ...[
    'deviceManagement',
    'deviceAppManagement',
    'managedDevices',
    'mobileApps',
    'informationProtection',
  ],
  ...[
    'sensitivityLabels',
    'entitlementManagement',
    'accessPackages',
    'accessReviews',
    'lifecycleWorkflows',
  ],
  ...[
    'secureScores',
    'threatIntelligence',
    'calendarView',
    'instances',
    'plannerTasks',
    'privilegedAccess',
  ],
  ...[
    'adminConsentRequestPolicy',
    'authorizationPolicy',
    'permissionGrantPolicies',
    'appConsentRequests',
  ],
  ...[
    'getRecentNotebooks',
    'copyNotebook',
    'copyToSection',
    'onenotePatchContent',
    'contactMergeSuggestions',
  ],
];

/** @returns {string} how a member is to look, in few letters; graph-shapes.ts says which */
function codeOf(schema) {
  const ref = schema.$ref ?? schema.anyOf?.find(({ $ref }) => $ref)?.$ref;
  if (ref) return `@${ref.split('/').at(-1)}`;
  const types = [schema.type ?? schema.anyOf?.map(({ type }) => type)].flat(2);
  if (types.includes('array')) return `[${codeOf(schema.items ?? {})}`;
  if (types.includes('string'))
    return schema.pattern?.startsWith('^\\d{4}-\\d\\d-\\d\\dT') ? 'd' : 's';
  if (types.includes('boolean')) return 'b';
  if (types.includes('number') || types.includes('integer')) return 'n';
  return '*';
}

function shapeOf(defs, name) {
  const schema = defs[name];
  const words = schema.enum ?? schema.anyOf?.find((each) => each.enum)?.enum;
  if (words) return words.filter((word) => typeof word === 'string').join('|');
  const variants = (schema.anyOf ?? [schema]).map((each) =>
    each.$ref ? defs[each.$ref.split('/').at(-1)] : each,
  );
  return Object.fromEntries(
    variants.flatMap(({ properties = {} }) =>
      Object.entries(properties).map(([member, each]) => [member, codeOf(each)]),
    ),
  );
}

/** By name, the roots and whatever can be reached from them. */
export function graphShapes({ $defs }) {
  const shapes = {};
  const open = roots.flatMap((name) => ($defs[`${name}.any`] ? [`${name}.any`, name] : [name]));
  for (let name = open.shift(); name !== undefined; name = open.shift()) {
    if (shapes[name] !== undefined || !$defs[name]) continue;
    const shape = shapeOf($defs, name);
    shapes[name] = shape;
    if (typeof shape === 'string') continue;
    for (const code of Object.values(shape)) {
      if (code.includes('@')) open.push(code.slice(code.indexOf('@') + 1));
    }
  }
  return shapes;
}

/** Parts of listed paths that are written with capitals. */
export function pathNames(schema, { paths }) {
  const written = new Map();
  const look = (text) => {
    for (const [word] of text.matchAll(/[a-z]+[A-Z0-9]\w*/g)) written.set(word.toLowerCase(), word);
  };
  const walk = (value) => {
    if (typeof value === 'string') return look(value);
    if (value === null || typeof value !== 'object') return;
    for (const [name, each] of Object.entries(value)) {
      look(name);
      walk(each);
    }
  };
  walk(schema);
  for (const word of alsoWritten) written.set(word.toLowerCase(), word);
  const parts = new Set(Object.keys(paths).flatMap((path) => path.split(/[/(),=]/)));
  return [...parts]
    .flatMap((part) => written.get(part) ?? [])
    .filter((word) => word !== word.toLowerCase())
    .sort((one, other) => (one < other ? -1 : 1));
}

const text = (value) =>
  JSON.stringify(value)
    .replaceAll('\\', String.raw`\\`)
    .replaceAll("'", String.raw`\'`);

function shapesFile(schema) {
  const { repo, commit, licence } = schema['x-source'];
  return `/**
 * What a body of Graph may hold, reduced from Microsoft's metadata (${repo}@${commit.slice(0, 7)}, ${licence})
 * by scripts/graph-shapes.mjs: by name the members of a shape, or the words of an enumeration. \`s\` text, \`d\` date,
 * \`b\` yes or no, \`n\` number, \`*\` anything, \`@x\` shape x, \`[\` a list of. One text, because it is parsed faster than
 * it would be read as code.
 */
export const graphShapes = JSON.parse(
  '${text(graphShapes(schema))}',
) as Readonly<Record<string, string | Readonly<Record<string, string>>>>;
`;
}

function namesFile(schema, permissions) {
  return `/** Parts of paths as Graph writes them; the permission lists have them in lower case. Made by scripts/graph-shapes.mjs. */
export const pathNames: readonly string[] =
  '${pathNames(schema, permissions).join(' ')}'.split(
    ' ',
  );
`;
}

function write(path, content) {
  writeFileSync(new URL(`../src/${path}`, import.meta.url), content);
  console.log(`${path}: ${(content.length / 1000).toFixed(0)} kB`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const schema = read('graph-schema.json');
  write('features/requests/request/graph-shapes.ts', shapesFile(schema));
  write('contract/permission-facts/path-names.ts', namesFile(schema, read('permissions.json')));
}
