import { assert, constantFrom, property, webUrl } from 'fast-check';
import { expect, test } from 'vitest';
import { clouds } from './clouds.ts';
import {
  belongsTo,
  catalogue,
  isKnownResource,
  resourceNamed,
  sharePointResource,
} from './origins.ts';

const { global: cloud } = clouds;

test('a SharePoint address is a resource of its own host, with the slash that Entra names it with', () => {
  expect(
    sharePointResource(cloud, 'https://contoso-my.sharepoint.com/personal/x/Documents'),
  ).toEqual({
    title: 'OneDrive',
    identifier: 'https://contoso-my.sharepoint.com/',
    origin: 'https://contoso-my.sharepoint.com',
  });
  expect(sharePointResource(cloud, 'https://contoso.sharepoint.com/sites/a')?.title).toBe(
    'SharePoint',
  );
});

test.each([
  'http://contoso.sharepoint.com/',
  'https://sharepoint.com/',
  'https://contoso.sharepoint.com.evil.example/',
  'https://contoso.sharepoint.com:8443/',
  'https://a.b.sharepoint.com/',
  'https://contosoxsharepoint.com/',
  'https://contoso.sharepointxcom/',
  'https://contoso.sharepoint.us/',
  'contoso.sharepoint.com',
  'javascript:alert(1)',
  '',
])('%s is none of this cloud’s SharePoint', (address) => {
  expect(sharePointResource(cloud, address)).toBeUndefined();
});

test('each cloud knows its own SharePoint only', () => {
  for (const each of Object.values(clouds)) {
    const address = `https://contoso.${each.sharePointSuffix}/`;
    const admitted = Object.values(clouds).filter((other) => sharePointResource(other, address));
    expect(admitted).toEqual([each]);
  }
});

test('whatever address is told at run time, its resource has that origin, and is known', () => {
  assert(
    property(webUrl(), constantFrom(...Object.values(clouds)), (address, each) => {
      const resource = sharePointResource(each, address);
      if (!resource) return;
      expect(resource.origin).toBe(new URL(address).origin);
      expect(isKnownResource(each, resource, [])).toBe(true);
    }),
  );
});

test('no origin of one cloud belongs to another, but for the sign-in that two share', () => {
  const shared = new Set(['https://login.microsoftonline.us']);
  for (const each of Object.values(clouds)) {
    for (const other of Object.values(clouds)) {
      if (other === each) continue;
      const origins = [
        each.login,
        each.graph.origin,
        each.discovery?.origin,
        each.exchange?.origin,
      ];
      for (const origin of origins) {
        if (origin === undefined || shared.has(origin)) continue;
        expect(belongsTo(other, origin, [])).toBe(false);
      }
    }
  }
});

test('an identifier is its own resource’s: Microsoft’s, a SharePoint host’s, or one’s own', () => {
  const microsofts = catalogue(cloud);
  expect(microsofts).toHaveLength(4);
  for (const each of microsofts) expect(resourceNamed(cloud, each.identifier)).toBe(each);
  const oneDrive = 'https://contoso-my.sharepoint.com/';
  expect(resourceNamed(cloud, oneDrive)).toEqual(sharePointResource(cloud, oneDrive));
  const own = resourceNamed(cloud, 'api://1234');
  expect(own).toMatchObject({ identifier: 'api://1234' });
  expect(isKnownResource(cloud, own, [])).toBe(false);
});

test('an origin is given its own resource’s tokens only, however well each of the two is known', () => {
  const site = sharePointResource(cloud, 'https://contoso.sharepoint.com/sites/a');
  const own = { title: 'Own', identifier: 'api://1234', origin: 'https://api.example' };
  const known = [...catalogue(cloud), ...(site ? [site] : []), own];
  expect(known).toHaveLength(6);
  for (const { title, identifier } of known) {
    const origins = new Set(known.map(({ origin }) => origin));
    const goesTo = [...origins].filter((origin) =>
      isKnownResource(cloud, { title, identifier, origin }, [own]),
    );
    expect(goesTo).toEqual([known.find((each) => each.identifier === identifier)?.origin]);
  }
});
