import { expect, test } from 'vitest';
import { permissionFinder } from '#api/permissions/needed-permissions.ts';
import { describePermission, describeScope, scopeInOurWords } from './describe-permission.ts';
import { brands } from './permission-spelling.ts';
import { deeds, special, verbs } from './permission-words.ts';

const finder = await permissionFinder();

test.each([
  ['Mail.Read', 'work', 'Read your mail.'],
  ['Mail.Read', 'application', 'Read everybody’s mail.'],
  ['Mail.ReadWrite.Shared', 'work', 'Read and change mail, including what others share.'],
  [
    'ServiceHealth.Read.All',
    'work',
    'Read the health of Microsoft 365, of the whole organisation.',
  ],
  [
    'Files.ReadWrite.AppFolder',
    'work',
    'Read and change files in OneDrive, only in the app’s own folder.',
  ],
  ['Mail.Send', 'application', 'Send mail in anybody’s name, without anybody signed in.'],
  ['Mail.Send.Shared', 'work', 'Send mail in the name of others who let you.'],
  ['Directory.Read.All', 'work', 'Read the whole directory: people, groups, apps, devices.'],
  [
    'Sites.Read.All',
    'work',
    'Read SharePoint sites, their lists and documents, all that the person may see.',
  ],
  ['Place.Read.All', 'application', 'Read rooms and other places, of the whole organisation.'],
  [
    'User.Read.All',
    'application',
    'Read profiles of people, of everybody, without anybody signed in.',
  ],
  ['User.Export.All', 'work', 'Export what is kept about people.'],
  ['Member.Read.Group', 'application', 'Read members of groups, in one team.'],
  [
    'AgentIdentity.CreateAsManager',
    'application',
    'Create agent identities and manage those that it made.',
  ],
  [
    'TeamsTab.ReadWriteSelfForChat.All',
    'application',
    'Read and change Teams tabs in chats, only its own, without anybody signed in.',
  ],
  [
    'AppCertTrustConfiguration.Read.All',
    'work',
    'Read app certificate trust configurations, of the whole organisation.',
  ],
] as const)('%s (%s) is told as “%s”', (name, scheme, words) => {
  const fact = finder.named(name);
  expect(fact && describePermission(fact, scheme)).toBe(words);
});

test('every permission has words of its own, none of them empty or a bare name', () => {
  const lacking = finder.facts.permissions.filter((fact) => {
    const words = describePermission(fact, fact.schemes[0] ?? 'work');
    return !/^[A-Z].+\.$/.test(words) || words.includes(fact.name) || words.includes('undefined');
  });
  expect(lacking.map(({ name }) => name)).toEqual([]);
});

test('no permission’s words are pieces of its name: each begins with a verb of ours, and small letters follow', () => {
  const doings = [...Object.values(verbs), ...Object.values(deeds), ...Object.values(special)];
  const starts = new Set([...doings.map((words) => words.split(/[ ,]/)[0]), 'Use']);
  const odd = finder.facts.permissions.flatMap((fact) => {
    const words = describePermission(fact, fact.schemes[0] ?? 'work');
    const [first = '', ...rest] = words.replace(/\.$/, '').split(/[ ,()]+/);
    const isName = (word: string) =>
      /^(?:[A-Z]{2,}|PCs|IDs)$/.test(word) || brands.includes(word) || names.has(word);
    const isOdd =
      !starts.has(first) ||
      words.includes('“') ||
      words.includes('{}') ||
      rest.some((word) => /[A-Z]/.test(word) && !isName(word)) ||
      rest.some((word, at) => word === rest[at + 1]);
    return isOdd ? [`${fact.name}: ${words}`] : [];
  });
  expect(odd).toEqual([]);
});

test('no permission’s words are cut short, spelled in two ways, or say twice whose it is', () => {
  const cut =
    /\b(?:auth|cert|config|cred|edu|ext|fed|info|mgmt|org|prem|sec|tls)s?\b|organiz|behavior|cross tenant|x tenant|organisation[^,]*, of the whole organisation/;
  const sentences = finder.facts.permissions.flatMap((fact) =>
    fact.schemes.map((scheme) => describePermission(fact, scheme)),
  );
  const known = /multi-tenant organisations|organisation settings|organisational/;
  expect(sentences.filter((words) => cut.test(words) && !known.test(words))).toEqual([]);
});

/** Of the words above. */
const names = new Set(
  'Engage Do OneNote To Planner PDF Web Services ActiveSync Microsoft Hello OAuth'.split(' '),
);

test.each([
  ['User.RevokeSessions.All', 'work', /^End people’s sessions/],
  ['Policy.ReadWrite.AuthenticationMethod', 'work', /policies \(authentication method\)\.$/],
  ['IMAP.AccessAsUser.All', 'personal', /^Read and change your mailbox over IMAP\.$/],
  ['Device.Read.All', 'work', /^Read devices, of/],
  ['Community.Read.All', 'work', /^Read communities, of/],
  ['AgentIdentity.Create.All', 'work', /^Create agent identities, of/],
  ['CloudPC.Read.All', 'work', /^Read cloud PCs, of/],
  ['ChatSettings.Read.Chat', 'work', /^Read chat settings, in/],
  ['ThreatIntelligence.Read.All', 'work', /^Read threat intelligence, of/],
  ['User-Mail.ReadWrite.All', 'work', /^Read and change further e-mail addresses of people, of/],
  ['Presence.Read', 'work', /^Read your presence \(available, busy, away\)\.$/],
  ['TeamsTab.ReadWriteSelfForTeam', 'work', /in teams, only its own\.$/],
] as const)('%s is told in words that can be read', (name, scheme, words) => {
  expect(describeScope(name, finder.named(name), scheme)).toMatch(words);
});

test('a verb that nobody here knows is quoted, and scopes of other APIs have words as well', () => {
  const fact = { name: 'Widget.ReshuffleOften.All', schemes: ['work'], admin: [] } as const;
  expect(describePermission(fact, 'work')).toBe(
    'Do what “reshuffle often” says with widgets, of the whole organisation.',
  );
  expect(describeScope('ActivityFeed.Read', finder.named('ActivityFeed.Read'), 'work')).toMatch(
    /^Read who did what/,
  );
  expect(describeScope('Own.Read', undefined, 'work')).toBeUndefined();
});

test('a permission that this product never asks for by itself has words wherever it was given', () => {
  expect(scopeInOurWords('AuditLog.Read.All', true)).toBe(
    'read sign-in and audit logs, of the whole organisation',
  );
  expect(scopeInOurWords('Mail.Read', true)).toBe('read your mail');
  expect(scopeInOurWords('Own.Read', false)).toBeUndefined();
});
