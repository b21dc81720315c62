/** Everybody who can sign in; the names are invented and the telephone numbers come from ranges reserved for fiction. */
import type { Person } from '#simulator/tenant-context.ts';
import { company } from './company.ts';

const office = ['EXCHANGE_S_ENTERPRISE', 'SHAREPOINTENTERPRISE', 'TEAMS1', 'PROJECTWORKMANAGEMENT'];

function person(
  serial: string,
  alias: string,
  givenName: string,
  surname: string,
  rest: Pick<Person, 'jobTitle' | 'officeLocation' | 'mailboxSize'> & Partial<Person>,
): Person {
  return {
    oid: `${serial}-4b1e-4f7a-8d92-3c5e0f6a1b${serial.slice(0, 2)}`,
    tenantId: company.tenantId,
    displayName: `${givenName} ${surname}`,
    givenName,
    surname,
    userPrincipalName: `${alias}@${company.domain}`,
    businessPhones: [`+44 20 7946 0${100 + (Number.parseInt(serial, 16) % 800)}`],
    mobilePhone: null,
    preferredLanguage: 'en-GB',
    isAdministrator: false,
    servicePlans: office,
    ...rest,
  };
}

/**
 * Adele has everything an ordinary employee may have; Tomás has no mailbox; Ingrid may consent for the organization;
 * Zofia's mailbox is still empty; Mateus has no licence at all; Oona throws nothing away.
 */
export const people: readonly Person[] = [
  person('3f8a61c2', 'adele', 'Adele', 'Thornbury', {
    jobTitle: 'Optical Engineer',
    officeLocation: 'Harbour House 2.14',
    mobilePhone: '+44 7700 900142',
    mailboxSize: 4218,
  }),
  person('a07d5e94', 'tomas', 'Tomás', 'Quiroga Lindqvist', {
    jobTitle: 'Workshop Technician',
    officeLocation: 'Workshop B',
    preferredLanguage: 'es-ES',
    servicePlans: ['SHAREPOINTENTERPRISE'],
    mailboxSize: 0,
  }),
  person('c51b20f7', 'ingrid', 'Ingrid', 'Vestergård', {
    jobTitle: 'IT Administrator',
    officeLocation: 'Harbour House 1.02',
    mobilePhone: '+44 7700 900518',
    isAdministrator: true,
    mailboxSize: 912,
  }),
  person('7e94d3a8', 'haruki', '春樹', '森永', {
    displayName: '森永 春樹 (Haruki Morinaga)',
    jobTitle: 'Sales Manager, Asia',
    officeLocation: 'Osaka',
    preferredLanguage: 'ja-JP',
    mailboxSize: 1530,
  }),
  person('1d6f08be', 'layla', 'Layla', 'Haddad', {
    jobTitle: 'Finance Controller',
    officeLocation: 'Harbour House 3.01',
    preferredLanguage: 'ar',
    mailboxSize: 2645,
  }),
  person('92ce74b1', 'wolf', 'Wolfhard-Maximilian', 'von Ehrenfels-Stauffacher zu Niederbrunnen', {
    jobTitle: 'Senior Vice President, Precision Metrology and Calibration Services, Central Europe',
    officeLocation: 'Jena',
    preferredLanguage: 'de-DE',
    businessPhones: ['+49 30 23125 044', '+44 20 7946 0744'],
    mailboxSize: 38,
  }),
  person('e8305f6d', 'zofia', 'Zofia', 'Wiśniowska', {
    jobTitle: 'Graduate Engineer',
    officeLocation: 'Harbour House 2.14',
    preferredLanguage: 'pl-PL',
    mailboxSize: 0,
  }),
  person('58a9c6d0', 'mateus', 'Mateus', 'Figueiredo', {
    jobTitle: 'Contractor',
    officeLocation: '',
    preferredLanguage: 'pt-PT',
    businessPhones: [],
    servicePlans: [],
    mailboxSize: 0,
  }),
  person('b4e7120c', 'oona', 'Oona', 'Maaranen', {
    jobTitle: 'Head of Customer Service',
    officeLocation: 'Harbour House 1.20',
    mailboxSize: 100_000,
    addressBookSize: 10_000,
  }),
];
