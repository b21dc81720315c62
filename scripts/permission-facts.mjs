// Turns Microsoft's permission lists into the files that are shipped: every fact for the product's permission finder, and
// what the simulated Graph has to know to say no and to list its permissions. Run it again when the lists are newer:
// `node scripts/permission-facts.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { corrections, leavesOut } from './permission-corrections.mjs';
import { alsoKnown, deep, simulated } from './simulated-graph.mjs';

const data = new URL('../../shared/data/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, data), 'utf8'));

/** Bits of the schemes in the source. */
const schemes = [
  ['work', 1],
  ['personal', 2],
  ['application', 4],
];

/** By the second part of the name: `DeviceManagementApps.Read.All` only reads. */
const writes = (name) => /Write|Manage|FullControl|Create/.test(name.split('.')[1] ?? '');
const onlyReads = (name) => /^Read(?!\w*Write)/.test(name.split('.')[1] ?? '');

function readSource() {
  const { source, permissions, paths } = read('permissions.json');
  const indexOf = new Map(permissions.map(({ n }, at) => [n, at]));
  for (const { path, method, like = path, least, without } of corrections) {
    const rows = paths[like][method].filter(([at]) => !leavesOut(without, permissions[at].n));
    paths[path] ??= {};
    paths[path][method] = least
      ? rows.map(([at, bits, , ...more]) => [
          at,
          bits,
          at === indexOf.get(least) ? bits : 0,
          ...more,
        ])
      : rows;
  }
  for (const methods of Object.values(paths)) {
    if (methods.GET) methods.GET = [...methods.GET, ...twins(methods.GET, permissions, indexOf)];
    for (const [method, rows] of Object.entries(methods)) {
      if (method !== 'GET') methods[method] = withTheOther(rows, permissions);
    }
  }
  return { source, permissions, paths };
}

/** Where writing takes two together, one that only reads is the other one, marked as such or not. */
function withTheOther(rows, permissions) {
  const takesTwo = rows.some(([, , least, also]) => least && also);
  return rows.map(([at, bits, least, also]) => [
    at,
    bits,
    least,
    also || (takesTwo && onlyReads(permissions[at].n) ? 1 : 0),
  ]);
}

/**
 * Whoever may read and write may read, although some rows name the reading permission only; and what the basic kind of
 * reading opens, the full kind opens too.
 */
function twins(rows, permissions, indexOf) {
  const wider = [
    [/\.Read(?=\.(All|Shared)$|$)/, '.ReadWrite'],
    [/\.ReadBasic(?=\.(All|Shared)$|$)/, '.Read'],
  ];
  return wider.flatMap(([pattern, replacement]) =>
    rows.flatMap(([at, bits]) => {
      const twin = indexOf.get(permissions[at].n.replace(pattern, replacement));
      const known = twin === undefined || rows.some(([other]) => other === twin);
      const shared = known ? 0 : bits & permissions[twin].s;
      return shared ? [[twin, shared, 0]] : [];
    }),
  );
}

/**
 * The least first. Several are marked in one row of seven, and none in one of sixty, so the marked ones that fit the
 * method come first, then those that only read (for GET), need no administrator, are less privileged, are for less than
 * the whole directory, and have the shorter name.
 *
 * @param method `CREATE` for a POST to what can be read as well: it adds a thing, where another POST may only ask
 */
function ranked(rows, bit, method, permissions) {
  const nameOf = ([at]) => permissions[at].n;
  const isRead = method === 'GET';
  const isWrite = (row) => isRead && writes(nameOf(row));
  const isMarked = (row) => Boolean(row[2] & bit);
  // One list of marks serves several methods: what reads is marked for GET, what writes for the others.
  const fits = (row) => (isRead ? !writes(nameOf(row)) : !onlyReads(nameOf(row)));
  const marked = rows.filter(isMarked);
  const fitting = marked.filter(fits);
  // Where only one that writes is marked for reading, its twin that only reads is meant, and the other way round.
  const others = isRead ? readers : method === 'POST' ? () => [] : writers;
  const meant = new Set(fitting.length === 0 ? marked.flatMap((row) => others(nameOf(row))) : []);
  const twins = rows.filter((row) => row[1] & bit && meant.has(nameOf(row)));
  const least = [fitting, twins, marked].find((candidates) => candidates.length > 0) ?? [];
  const isLeast = (row) => least.includes(row);
  const key = (row) => {
    const { a, l = 9 } = permissions[row[0]];
    const isWhole = nameOf(row).startsWith('Directory.');
    return [isLeast(row) ? 0 : 1, isWrite(row) ? 1 : 0, a & bit ? 1 : 0, l, isWhole ? 1 : 0];
  };
  return rows
    .filter(([, bits]) => bits & bit)
    .sort((one, other) => {
      const [left, right] = [key(one), key(other)];
      const at = left.findIndex((value, place) => value !== right[place]);
      const names = [permissions[one[0]].n, permissions[other[0]].n];
      return at >= 0
        ? left[at] - right[at]
        : names[0].length - names[1].length || (names[0] < names[1] ? -1 : 1);
    });
}

/** Names of what only reads where this one reads and writes: `Tasks.Read` for `Tasks.ReadWrite`. */
function readers(name) {
  const reader = name.replace(/-\w+(?=\.)/, '').replace(/ReadWrite(?:Self)?/, 'Read');
  return writes(reader) ? [] : [reader, reader.replace('.Read', '.ReadBasic')];
}

function writers(name) {
  return [name.replace(/\.Read(?=\.|$)/, '.ReadWrite')];
}

/** What one follows is one’s own list; what finds has a GET beside its POST in the lists by mistake. */
const neverWrites = /\/drive\/following\/|\/find\w+$/;

function kindOf(method, path, methods) {
  if (method === 'GET') return method;
  if (neverWrites.test(path)) return 'POST';
  return method === 'POST' && methods.GET ? 'CREATE' : method;
}

function everything({ source, permissions, paths }) {
  const grants = new Map();
  const grantOf = (rows, method) => {
    const grant = Object.fromEntries(
      schemes.flatMap(([name, bit]) => {
        const list = ranked(rows, bit, method, permissions).map(([at]) => at);
        return list.length > 0 ? [[name, list]] : [];
      }),
    );
    const also = rows.filter((row) => row[3]).map(([at]) => at);
    const text = JSON.stringify(also.length > 0 ? { ...grant, withAnother: also } : grant);
    if (!grants.has(text)) grants.set(text, grants.size);
    return grants.get(text);
  };
  const table = Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(methods).map(([name, rows]) => [
          name,
          grantOf(rows, kindOf(name, path, methods)),
        ]),
      ),
    ]),
  );
  const { scopes, consentPolicyExclusions } = read('scopes.json');
  const blocked = new Set(consentPolicyExclusions);
  return {
    source: {
      repository: `https://github.com/${source.repo}`,
      commit: source.commit,
      date: '2026-08-07',
      licence: source.licence,
      corrections: corrections.map(({ path, method, why }) => `${method} ${path}: ${why}`),
    },
    permissions: [
      ...permissions.map((permission) => permissionFact(permission, blocked)),
      // OpenID Connect's own are in no list of Graph's.
      ...scopes
        .filter(({ resource }) => resource === 'openid')
        .map(({ scope }) => ({ name: scope, schemes: ['work', 'personal'], admin: [] })),
    ],
    grants: [...grants.keys()].map((text) => JSON.parse(text)),
    paths: table,
  };
}

function permissionFact({ n, s, a, l, i, ai, h, t }, blocked) {
  const named = (bits) => schemes.filter(([, bit]) => bits & bit).map(([name]) => name);
  return {
    name: n,
    schemes: named(s),
    admin: named(a),
    ...(l === undefined ? {} : { level: l }),
    ...(i ? { scopeId: i } : {}),
    ...(ai ? { roleId: ai } : {}),
    ...(blocked.has(n) ? { policy: true } : {}),
    ...(h ? { hidden: true } : {}),
    ...(t ? { kind: t } : {}),
  };
}

/** Names of the permissions that the simulated Graph has. */
function knownNames() {
  return new Set([...read('scopes.json').scopes.map(({ scope }) => scope), ...alsoKnown]);
}

/** Name -> `scope role`, as a service principal lists them; a dash where there is none. */
function idsForSimulator({ permissions }) {
  const known = knownNames();
  return Object.fromEntries(
    permissions
      .filter(({ n }) => known.has(n))
      .map(({ n, i = '-', ai = '-' }) => [n, `${i} ${ai}`]),
  );
}

/** `scopes | roles` -> the requests that accept them. */
function forSimulator({ permissions, paths }) {
  const known = knownNames();
  const names = (rows, bit, method) =>
    ranked(rows, bit, method, permissions)
      .map(([at]) => permissions[at].n)
      .filter((name) => known.has(name))
      .join(' ');
  const rows = new Map();
  for (const [path, methods] of Object.entries(paths)) {
    if (!simulated.some((pattern) => pattern.test(path)) || deep.test(path)) continue;
    for (const [method, list] of Object.entries(methods)) {
      const kind = kindOf(method, path, methods);
      const accepted = `${names(list, 1, kind)}|${names(list, 4, kind)}`;
      if (accepted === '|') continue;
      rows.set(accepted, [...(rows.get(accepted) ?? []), `${method} ${path}`]);
    }
  }
  return Object.fromEntries([...rows].map(([accepted, list]) => [accepted, list.join(' ')]));
}

function moduleOf(path, purpose, name, type, value) {
  const text = JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  const imported = type ? `import type { ${type} } from './permission-facts.ts';\n\n` : '';
  const annotation = type ?? 'Readonly<Record<string, string>>';
  return {
    path: fileURLToPath(new URL(`../${path}`, import.meta.url)),
    text: `/** ${purpose} Made by scripts/permission-facts.mjs. */\n${imported}export const ${name}: ${annotation} = JSON.parse(\n  '${text}',\n);\n`,
  };
}

/** The files that are shipped, as the lists of today make them. */
export function madeFiles() {
  const source = readSource();
  const from = `microsoftgraph/microsoft-graph-devx-content@${source.source.commit.slice(0, 7)} (2026-08-07, MIT)`;
  return [
    moduleOf(
      'src/contract/permission-facts/all-permissions.ts',
      `Every permission of Graph and every path it opens, from ${from}.`,
      'allPermissions',
      'PermissionFacts',
      everything(source),
    ),
    moduleOf(
      'src/simulator/permissions/accepted.ts',
      `Which scopes, and after the bar which roles, each request of the simulated Graph accepts, from ${from}.`,
      'accepted',
      undefined,
      forSimulator(source),
    ),
    moduleOf(
      'src/simulator/permissions/permission-ids.ts',
      `The GUIDs of Graph's permissions, delegated and of applications, from ${from}.`,
      'permissionIds',
      undefined,
      idsForSimulator(source),
    ),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { path, text } of madeFiles()) {
    writeFileSync(path, text);
    console.log(`${path}: ${(text.length / 1000).toFixed(0)} kB`);
  }
