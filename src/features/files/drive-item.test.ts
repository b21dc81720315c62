import { expect, test } from 'vitest';
import { nothingPrinted, printedRows } from '#api/printed-answers.test-kit.ts';
import type { Site } from '#contract/graph.ts';
import type { DriveItem } from '#contract/files.ts';
import {
  addressInWords,
  rootFirst,
  sizeInWords,
  toDriveFacts,
  toItem,
  toLibrary,
  toSite,
} from './drive-item.ts';

test('a file is shown with its kind, its dates and who changed it', () => {
  expect(
    toItem({
      id: '01',
      name: 'Plan.pdf',
      size: 2048,
      file: { mimeType: 'application/pdf', hashes: { quickXorHash: 'abc=' } },
      lastModifiedDateTime: '2026-11-20T10:42:00Z',
      lastModifiedBy: { user: { displayName: 'Ada' } },
    }),
  ).toMatchObject({
    name: 'Plan.pdf',
    isFolder: false,
    icon: 'pdf',
    preview: 'pdf',
    modifiedAt: new Date('2026-11-20T10:42:00Z'),
    modifiedBy: 'Ada',
    hash: 'abc=',
  });
});

test('a folder says how much it holds, and a notebook is one thing', () => {
  const folder = toItem({ id: '02', name: 'Plans', folder: { childCount: 3 } });
  expect(folder).toMatchObject({ isFolder: true, children: 3, icon: 'folder' });
  const notebook = toItem({ id: '03', name: 'Notes', package: { type: 'oneNote' } });
  expect(notebook).toMatchObject({
    isFolder: false,
    isFile: false,
    icon: 'note',
    preview: undefined,
  });
});

test('a folder says the bytes that it is sorted by, where the service gives them', () => {
  const folder = (size: number | undefined, childCount: number) =>
    sizeInWords(toItem({ id: '02', folder: { childCount }, ...(size ? { size } : {}) }));
  expect(folder(4_200_000, 1200)).toBe('4.2 MB, 1,200 items');
  expect(folder(undefined, 1)).toBe('1 item');
  expect(sizeInWords(toItem({ id: '01', size: 2048, file: {} }))).toBe('2.05 KB');
});

test('what can hold script has no preview, and what was written to deceive is shown as it is', () => {
  const page = toItem({ id: '04', name: 'a.html', size: 1, file: { mimeType: 'text/html' } });
  expect(page.preview).toBeUndefined();
  const turned = toItem({ id: '05', name: 'invoice\u202efdp.exe', file: {} });
  expect(turned).toMatchObject({ name: 'invoicefdp.exe', givenName: 'invoice\u202efdp.exe' });
});

test('an item and a site may lack every member but the id', () => {
  expect(toItem({ id: '06' })).toMatchObject({ size: 0, type: '', modifiedAt: undefined });
  expect(toSite({ id: '07' }).name).toBe('A site without a name');
});

test.skipIf(nothingPrinted)('the sites that Microsoft prints have a name and an address', () => {
  const sites = printedRows<Site>(/\/sites(\?|\/[^/]+:\/)/);
  expect(sites.map(toSite).map(({ name, webUrl }) => [name, webUrl])).toEqual(
    expect.arrayContaining([
      ['OneDrive Team Site', 'https://contoso.sharepoint.com/teams/1drvteam'],
      ['Team A Site', 'https://contoso.sharepoint.com/sites/siteA'],
    ]),
  );
  expect(sites.map(toSite).filter(({ webUrl }) => !URL.canParse(webUrl))).toEqual([]);
});

test.skipIf(nothingPrinted)(
  'the items that Microsoft prints are what they are, however little is said',
  () => {
    const items = printedRows<DriveItem>(/\/me\/drive\/(root|items\/\{item-id\}(\/follow)?$)/)
      .filter(({ name }) => name !== undefined)
      .map(toItem);
    const facts = items.map(({ name, isFolder, size, icon, modifiedBy }) =>
      [name, isFolder, size, icon, modifiedBy].join(' | '),
    );
    expect(facts.toSorted()).toEqual([
      'FileB.txt | false | 35 | document | ',
      'March Proposal.docx | false | 19121 | document | ',
      'New Folder | true | 0 | folder | Ryan Gregg',
      'new-item-name.txt | false | 0 | document | ',
    ]);
    const folder = items.find(({ isFolder }) => isFolder);
    expect(folder).toMatchObject({ children: 0, modifiedAt: new Date('2016-09-20T14:34:00Z') });
  },
);

test('a drive says what is used of how much, and none where it has no limit', () => {
  const webUrl = 'https://lumen-my.sharepoint.example/personal/ada/Documents';
  const quota = { used: 4_000, total: 10_000 };
  expect(toDriveFacts({ id: '1', name: 'OneDrive', webUrl, quota }, true)).toEqual({
    name: 'My files',
    used: 4_000,
    total: 10_000,
    webUrl,
  });
  const endless = toDriveFacts({ id: '1', name: ' ', quota: { used: 0, total: 0 } }, false);
  expect(endless).toEqual({ name: 'Documents', used: 0, total: undefined, webUrl: undefined });
  expect(toLibrary({ id: '2', name: 'Plans ' }).name).toBe('Plans');
});

test('an address is written as people would, whatever stands in it', () => {
  expect(addressInWords('https://lumen.sharepoint.example/Shared%20Documents')).toBe(
    'lumen.sharepoint.example/Shared Documents',
  );
  expect(addressInWords('https://lumen.sharepoint.example/100%')).toBe(
    'lumen.sharepoint.example/100%',
  );
});

test('the root site comes first, and once', () => {
  const site = (id: string, webUrl: string) => toSite({ id, displayName: id, webUrl });
  const found = [
    site('optics', 'https://lumen.sharepoint.example/sites/optics'),
    site('top', 'https://lumen.sharepoint.example'),
  ];
  const ids = (sites: readonly { id: string }[]) => sites.map(({ id }) => id);
  expect(ids(rootFirst(found, true))).toEqual(['top', 'optics']);
  expect(ids(rootFirst(found.slice(0, 1), true))).toEqual(['root', 'optics']);
  // Of a search it is part where it was found.
  expect(ids(rootFirst(found.slice(0, 1), false))).toEqual(['optics']);
});
