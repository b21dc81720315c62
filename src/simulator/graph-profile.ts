/** The signed-in person, their picture, their licences and their organization (user, profilePhoto, licenseDetails). */
import type { LicenseDetails, Organization, ProfilePhoto, User } from '#contract/graph.ts';
import { company } from '#simulator/seed/company.ts';
import { portrait } from '#simulator/seed/picture.ts';
import { guid, hashText } from '#simulator/seed/random.ts';
import { hasMailbox, needs, opens } from './graph-access.ts';
import { answer, collection, GraphRefusal, metadata, type GraphApp } from './graph-answer.ts';
import { readQuery, selected } from './graph-query.ts';
import type { Person, TenantContext } from './tenant-context.ts';

const photoSizes = [48, 64, 96, 120, 240, 360, 432, 504, 648];

export function profileRoutes(app: GraphApp, context: TenantContext): void {
  app.get('/v1.0/me', needs(context, opens.profile, 'directory'), (c) => {
    const { select } = readQuery(c.req.url, ['$select']);
    const person = c.get('facts').person;
    const members = select ? { ...user(person), ...onRequest(person) } : user(person);
    const suffix = select ? `users(${select.join(',')})` : 'users';
    return answer({
      '@odata.context': metadata(context, `${suffix}/$entity`),
      ...selected(members, select, 'user'),
    });
  });
  photoRoutes(app, context);
  app.get('/v1.0/me/licenseDetails', needs(context, opens.licences, 'directory'), (c) => {
    const { person } = c.get('facts');
    return answer(collection(context, `users('${person.oid}')/licenseDetails`, licences(person)));
  });
  app.get('/v1.0/organization', needs(context, opens.organization, 'directory'), (c) => {
    const { select } = readQuery(c.req.url, ['$select', '$top']);
    return answer(
      collection(context, 'organization', [selected(organization(), select, 'organization')]),
    );
  });
}

function photoRoutes(app: GraphApp, context: TenantContext): void {
  const guard = needs(context, opens.profile, 'directory');
  const picture = async (person: Person, size: number) =>
    new Response(await portrait(hashText(person.oid), size), {
      headers: { 'content-type': 'image/png', etag: photo(person, size)['@odata.mediaEtag'] ?? '' },
    });
  app.get('/v1.0/me/photo', guard, (c) => {
    const { person } = c.get('facts');
    return answer({
      '@odata.context': metadata(context, `users('${person.oid}')/photo/$entity`),
      ...photo(person, 240),
    });
  });
  app.get('/v1.0/me/photo/$value', guard, async (c) => {
    const { person } = c.get('facts');
    refuseWithoutPhoto(person);
    return picture(person, 240);
  });
  app.get('/v1.0/me/photos/:size/$value', guard, async (c) => {
    const { person } = c.get('facts');
    refuseWithoutPhoto(person);
    const size = photoSizes.find((each) => `${each}x${each}` === c.req.param('size').toLowerCase());
    if (size === undefined) throw noPhoto();
    return picture(person, size);
  });
}

function user(person: Person): User {
  return {
    businessPhones: [...person.businessPhones],
    displayName: person.displayName,
    givenName: person.givenName,
    jobTitle: person.jobTitle || null,
    mail: hasMailbox(person) ? person.userPrincipalName : null,
    mobilePhone: person.mobilePhone,
    officeLocation: person.officeLocation || null,
    preferredLanguage: person.preferredLanguage,
    surname: person.surname,
    userPrincipalName: person.userPrincipalName,
    id: person.oid,
  };
}

/** Members that Graph sends only when they are named in `$select`. */
function onRequest(person: Person) {
  return {
    accountEnabled: true,
    city: company.city,
    companyName: company.name,
    department: person.isAdministrator ? 'IT' : 'Instruments',
    usageLocation: company.countryLetterCode,
    userType: 'Member',
  };
}

function noPhoto(): GraphRefusal {
  return new GraphRefusal(
    404,
    'ImageNotFound',
    'Exception of type Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException was thrown.',
  );
}

/** Pictures live in the mailbox; one that holds nothing yet holds no picture either. */
function refuseWithoutPhoto(person: Person): void {
  if (!hasMailbox(person) || person.mailboxSize === 0) throw noPhoto();
}

function photo(person: Person, size: number): ProfilePhoto {
  refuseWithoutPhoto(person);
  return {
    '@odata.mediaContentType': 'image/png',
    '@odata.mediaEtag': `"${hashText(`${person.oid}/${size}`).toString(16).toUpperCase()}"`,
    id: `${size}X${size}`,
    height: size,
    width: size,
  };
}

function licences(person: Person): LicenseDetails[] {
  if (person.servicePlans.length === 0) return [];
  return [
    {
      id: `${person.oid.replaceAll('-', '').slice(0, 22)}_ENTERPRISEPACK`,
      skuId: '6fd2c87f-b296-42f0-b197-1e91e994b900',
      skuPartNumber: 'ENTERPRISEPACK',
      servicePlans: [...person.servicePlans, 'EXCHANGE_S_FOUNDATION'].map((name) => ({
        servicePlanId: guid(hashText(name)),
        servicePlanName: name,
        provisioningStatus: 'Success',
        appliesTo: name === 'EXCHANGE_S_FOUNDATION' ? 'Company' : 'User',
      })),
    },
  ];
}

function organization() {
  const domain = (name: string, isDefault: boolean) => ({
    isDefault,
    isInitial: !isDefault,
    name,
    type: 'Managed',
  });
  return {
    id: company.tenantId,
    displayName: company.name,
    city: company.city,
    verifiedDomains: [domain(company.domain, true), domain(company.initialDomain, false)],
  } satisfies Organization & Record<string, unknown>;
}
