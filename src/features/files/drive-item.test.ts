import { expect, test } from 'vitest';
import { toItem, toSite } from './drive-item.ts';

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
  expect(notebook).toMatchObject({ isFolder: false, icon: 'note', preview: undefined });
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
