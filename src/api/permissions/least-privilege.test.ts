/** Keeps docs/least-privilege.md true: the finder, the source and the reference pages are held against it. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { permissionFinder } from './needed-permissions.ts';
import { contractRequests, productRequests } from './least-privilege.test-kit.ts';

const finder = await permissionFinder();
const doc = readFileSync('docs/least-privilege.md', 'utf8');
const all = [...productRequests.map((path) => `GET ${path}`), ...contractRequests];

/** Request, work, personal, and what the reference names where it was compared. */
interface Row {
  readonly request: string;
  readonly work: string;
  readonly personal: string;
  readonly match: string;
  readonly reference: string;
  readonly agrees: string;
}

const rows: readonly Row[] = [...doc.matchAll(/^\| `([A-Z]+ [^`]+)` +\|(.*)\|$/gm)].map(
  ([, request = '', rest = '']) => {
    const [work = '', personal = '', match = '', reference = '', agrees = ''] = rest
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', ''));
    return { request, work, personal, match, reference, agrees };
  },
);

function found(request: string): Pick<Row, 'work' | 'personal' | 'match'> {
  const [method = '', path = ''] = request.split(' ');
  const needed = finder.needed(method, path.replaceAll('{id}', 'some-id'));
  const least = (scheme: 'work' | 'personal') =>
    needed?.[scheme].find(({ withAnother }) => !withAnother)?.fact.name ?? 'none';
  return needed
    ? { work: least('work'), personal: least('personal'), match: needed.match }
    : { work: 'not known', personal: 'not known', match: 'not known' };
}

test('each request has one row, and no row is about another', () => {
  expect(rows.map(({ request }) => request)).toEqual(all);
});

test.each(all)('the table says of %s what the finder says', (request) => {
  expect(rows.find((row) => row.request === request)).toMatchObject(found(request));
});

test('each comparison with the reference is judged right, and the count is that of the table', () => {
  const compared = rows.filter(({ reference }) => reference !== '');
  for (const { request, work, reference, agrees } of compared) {
    // A difference has to say why.
    const judged = work === reference ? /^yes \(/ : /^no: .{20}/;
    expect([request, agrees]).toEqual([request, expect.stringMatching(judged)]);
  }
  const same = compared.filter(({ agrees }) => agrees.startsWith('yes')).length;
  expect(doc).toContain(
    `${compared.length} of ${rows.length} were compared with the reference: ${same} agree, ${compared.length - same} differ.`,
  );
});

test('every reading call of Graph that the source makes is in the table', () => {
  const files = ['src/features', 'src/shell', 'src/api'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  const sources = files.filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      !/\.test\.|test-kit|api\/permissions\/|features\/permissions\//.test(file),
  );
  const paths = new Set(sources.flatMap((file) => pathsIn(readFileSync(file, 'utf8'))));
  expect(paths.size).toBeGreaterThan(30);
  const known = new Set(productRequests.map(shape));
  const missing = [...paths].filter(
    (path) =>
      !notGraph.test(path) &&
      finder.methods(path.replaceAll('{id}', 'x')).includes('GET') &&
      !known.has(shape(path)),
  );
  expect(missing).toEqual([]);
});

/** Discovery's, which has a path of the same kind, and what a comment shortens. */
const notGraph = /^\/me\/services$|…/;

/** Names that stand in an id's place are ids. */
function shape(path: string): string {
  return path.replace(/\/mailFolders\/(?!delta$)[^/]+/, '/mailFolders/{id}');
}

function pathsIn(text: string): string[] {
  const literal =
    /['`](\/(?:me|users|sites|organization|admin|servicePrincipals|oauth2PermissionGrants)(?:\/[^'`\s]*|\?[^'`]*)?)['`]/g;
  return [...text.matchAll(literal)].map(([, path = '']) =>
    path
      .replace(/\?.*/, '')
      .replaceAll(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '{id}')
      .replace(/\/$/, ''),
  );
}
