import { expect, test } from 'vitest';
import { diagnose, type Diagnosis } from './diagnose.ts';

const client = '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12';
const login = 'https://login.microsoftonline.com';

const one = (pasted: string): Diagnosis => {
  const [first] = diagnose(pasted);
  if (!first) throw new Error('Nothing was found.');
  return first;
};

test.each([
  ['northlight.example', 'northlight.example'],
  ['{tenant}', '{tenant}'],
  ['common', 'organizations'],
  [client, 'organizations'],
])('the older page for administrators of %s is translated for %s', (tenant, there) => {
  const { kind, translation, findings } = one(
    `${login}/${tenant}/adminconsent?client_id=${client}`,
  );
  expect(kind).toBe('admin-consent');
  expect(translation).toBe(
    `${login}/${there}/v2.0/adminconsent?client_id=${client}&scope=.default&redirect_uri={redirect_uri}&state={state}`,
  );
  const about = (name: string) => findings.filter((each) => each.about === name);
  expect(about('path').map(({ severity }) => severity)).toEqual(['old']);
  expect(about('path')[0]?.says).toContain('knows no scope=');
  expect(JSON.stringify(findings)).not.toContain('resource=');
  // It needs none, so the lack of it is no fault.
  expect(about('scope')).toEqual([]);
});

test('what an older link for administrators says beyond its client is kept, and the translation has no fault', () => {
  const link = one(
    `https://login.windows.net/common/adminconsent?client_id=${client}&redirect_uri=https%3A%2F%2Fapp.example%2Fagreed&state=${'s'.repeat(43)}`,
  );
  expect(link.translation).toBe(
    `${login}/organizations/v2.0/adminconsent?client_id=${client}&scope=.default&redirect_uri=https%3A%2F%2Fapp.example%2Fagreed&state=${'s'.repeat(43)}`,
  );
  const again = one(link.translation ?? '');
  expect(again.findings.filter(({ severity }) => !['good', 'note'].includes(severity))).toEqual([]);
  expect(again.translation).toBeUndefined();
});

test('an older sign-out has no resource to speak of', () => {
  const { findings } = one(`${login}/common/oauth2/logout?post_logout_redirect_uri=x&state=1`);
  expect(findings.find(({ about }) => about === 'path')?.says).toBe(
    'This is the first version of the endpoint.',
  );
});
