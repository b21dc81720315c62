/** Ten thousand contacts, answered in Graph's place page by page: more than anybody can look through. */
import type { Page } from '@playwright/test';
import type { Contact } from '#contract/graph.ts';

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
};
const count = 10_000;
const graph = 'https://graph.microsoft.com/v1.0/me/contacts';
const given =
  'Aino Bo Chloé Dmitri Eszter Farid Grace Håkon İpek Jürgen Kwame Lucía Mei Nils Oona Priya Quentin Rosa Søren Tuuli'.split(
    ' ',
  );
const family = 'Müller Nakamura Okafor Peñalver Quiroga Raman Søndergård Tanaka'.split(' ');
const towns = ['Tromsø', 'Lisboa', 'Kraków', 'Zürich'];

/** In the order of names, as the service gives them. */
function contact(index: number): Contact {
  const first = given[Math.floor((index / count) * given.length)] ?? '';
  const last = family[index % family.length] ?? '';
  const firm = index % 2_000;
  return {
    id: `contact-${index}`,
    displayName: `${first} ${last} ${String(index).padStart(4, '0')}`,
    givenName: first,
    surname: last,
    companyName: `Værksted ${firm}`,
    emailAddresses: [{ name: first, address: `person${index}@firm${firm}.example` }],
    businessPhones: [`+44 20 79${String(index).padStart(4, '0')} 01`],
    businessAddress: { street: `Havnegata ${index}`, city: towns[index % 4] ?? '' },
  } as Contact;
}

export async function manyContacts(page: Page): Promise<void> {
  await page.context().route(/\/v1\.0\/me\/(contacts|contactFolders)\b/, async (route) => {
    const request = route.request();
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: cors });
    await route.fulfill({ json: answerTo(new URL(request.url())), headers: cors });
  });
}

function answerTo(url: URL): unknown {
  if (url.pathname.endsWith('/contactFolders')) return { value: [] };
  const one = /contact-(\d+)$/.exec(url.pathname)?.[1];
  if (one !== undefined) return contact(Number(one));
  const skip = Number(url.searchParams.get('$skip') ?? 0);
  const size = Math.min(Number(url.searchParams.get('$top') ?? 250), count - skip);
  const next = new URL(url);
  next.searchParams.set('$skip', String(skip + size));
  return {
    '@odata.count': count,
    ...(skip + size < count ? { '@odata.nextLink': `${graph}${next.search}` } : {}),
    value: Array.from({ length: size }, (_, at) => contact(skip + at)),
  };
}
