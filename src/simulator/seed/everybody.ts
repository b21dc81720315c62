/** Everybody who can try to sign in: the company's people, those with a difficulty, guests, and personal accounts. */
import type { Person } from '#simulator/tenant-context.ts';
import { company } from './company.ts';
import { people } from './people.ts';
import { consumerTenant, otherCompany } from './tenants.ts';

type Given = Pick<Person, 'oid' | 'givenName' | 'surname' | 'userPrincipalName' | 'jobTitle'> &
  Partial<Person>;

function person(given: Given): Person {
  return {
    tenantId: company.tenantId,
    displayName: `${given.givenName} ${given.surname}`,
    officeLocation: 'Harbour House',
    businessPhones: [],
    mobilePhone: null,
    preferredLanguage: 'en-GB',
    isAdministrator: false,
    servicePlans: ['EXCHANGE_S_ENTERPRISE', 'SHAREPOINTENTERPRISE', 'TEAMS1'],
    mailboxSize: 0,
    ...given,
  };
}

const sofia = {
  oid: '4c0b7d92-6e1f-4a53-8d27-9f5a3b6c1e08',
  givenName: 'Sofía',
  surname: 'Bianchi',
  jobTitle: 'Freight Planner',
};

const others: readonly Person[] = [
  person({
    oid: '6a2f9c41-0d73-4be8-a516-3c8e7f40d9b2',
    givenName: 'Priya',
    surname: 'Raghunathan',
    userPrincipalName: `priya@${company.domain}`,
    jobTitle: 'Patent Counsel',
    difficulty: 'needs-mfa',
    mailboxSize: 640,
  }),
  person({
    oid: 'd17c3e85-94ab-4f60-b2d9-58e0a61c7f34',
    givenName: 'Oskar',
    surname: 'Lindgren',
    userPrincipalName: `oskar@${company.domain}`,
    jobTitle: 'Left in spring',
    difficulty: 'disabled',
  }),
  person({
    oid: '28f6b0d4-7c19-4e3a-95c8-e4d2071fa96b',
    givenName: 'Yara',
    surname: 'Mendonça',
    userPrincipalName: `yara@${company.domain}`,
    jobTitle: 'Site Manager',
    difficulty: 'password-expired',
    mailboxSize: 210,
  }),
  person({
    oid: 'f50e8a63-1b2d-4c97-8e04-7d9c6b3f52a1',
    givenName: 'Callum',
    surname: 'Ferreday',
    userPrincipalName: `callum@${company.domain}`,
    jobTitle: 'Apprentice',
    difficulty: 'not-assigned',
  }),
  person({
    oid: '83d94b7e-5f06-4a1c-b7e2-0c6f8d25a913',
    givenName: sofia.givenName,
    surname: sofia.surname,
    jobTitle: sofia.jobTitle,
    userPrincipalName: `sofia_harbourline.example#EXT#@${company.initialDomain}`,
    home: {
      oid: sofia.oid,
      tenantId: otherCompany.tenantId,
      signInName: 'sofia@harbourline.example',
    },
    servicePlans: [],
  }),
  person({
    ...sofia,
    tenantId: otherCompany.tenantId,
    userPrincipalName: 'sofia@harbourline.example',
    mailboxSize: 480,
  }),
  person({
    oid: '0e97c5d2-8a34-4b61-9f70-5d1b2e6c8a47',
    givenName: 'Dmitri',
    surname: 'Varga',
    tenantId: otherCompany.tenantId,
    userPrincipalName: 'dmitri@harbourline.example',
    jobTitle: 'Head of IT',
    isAdministrator: true,
    mailboxSize: 95,
  }),
  person({
    // Object ids of personal accounts are sixteen digits long, written as a GUID.
    oid: '00000000-0000-0000-7b3e-91c4d0a85f26',
    givenName: 'Robin',
    surname: 'Castellane',
    tenantId: consumerTenant,
    userPrincipalName: 'robin.castellane@outlook.example',
    jobTitle: '',
    officeLocation: '',
    isPersonal: true,
    servicePlans: ['EXCHANGE_S_STANDARD', 'SHAREPOINTENTERPRISE'],
    mailboxSize: 260,
  }),
];

export const everybody: readonly Person[] = [...people, ...others];
