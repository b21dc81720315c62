import { expect, test } from 'vitest';
import { permissionFinder } from '#api/permissions/needed-permissions.ts';
import { describePermission, describeScope, scopeInOurWords } from './describe-permission.ts';
import { brands, deeds, special, verbs } from './permission-words.ts';

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

/** Of the words above. */
const names = new Set(
  'Engage Do OneNote To Planner PDF Web Services ActiveSync Microsoft'.split(' '),
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
  ['User-Mail.ReadWrite.All', 'work', /^Read and change users \(mail\), of/],
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
