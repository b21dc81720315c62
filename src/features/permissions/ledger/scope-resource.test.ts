import { expect, test } from 'vitest';
import { clouds } from '#config/clouds.ts';
import { scopeOf } from './scope-resource.ts';

test('a scope of SharePoint belongs to its host, as its token does, however many slashes stand between', () => {
  const host = 'https://northlight.sharepoint.com/';
  for (const written of [`${host}AllSites.Read`, `${host}/AllSites.Read`]) {
    expect(scopeOf(clouds.global, written)).toEqual({ resource: host, scope: 'AllSites.Read' });
  }
});
