import { expect, test } from 'vitest';
import { profileOf } from './profile-api.ts';

test('members that Graph leaves out or sends as null are simply not there', () => {
  const profile = profileOf({ id: '1', displayName: 'Ada Muster', jobTitle: null, mail: null });
  expect(profile.jobTitle).toBeUndefined();
  expect(profile.mail).toBeUndefined();
  expect(profile.phones).toEqual([]);
});

test('a person without a display name is called by what is known', () => {
  expect(profileOf({ id: '1', givenName: 'Ada', surname: 'Muster' }).name).toBe('Ada Muster');
  expect(profileOf({ id: '1', userPrincipalName: 'ada@example.test' }).name).toBe(
    'ada@example.test',
  );
});

test('a number that is both mobile and business is shown once', () => {
  const profile = profileOf({
    id: '1',
    mobilePhone: '+41 44',
    businessPhones: ['+41 44', '+41 55'],
  });
  expect(profile.phones).toEqual(['+41 44', '+41 55']);
});
