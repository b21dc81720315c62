// Reduces the schema of Graph to the table that the simulated tenant's `$metadata` is written from. Run it again when the
// schema is newer: `node scripts/graph-metadata.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = new URL('../../shared/data/graph-schema.json', import.meta.url);

/** What a text is, told by its pattern. */
const patterns = [
  [/^\^\\d\{4\}-\\d\\d-\\d\\dT/, 'd'],
  [/^\^\\d\{4\}-\\d\\d-\\d\\d\$/, 'D'],
  [/^\^\\d\\d:/, 'T'],
  [/^\^\[0-9A-Fa-f\]\{8\}/, 'g'],
  [/^\^\[A-Za-z0-9\+\/_-\]/, 'B'],
  [/P/, 'u'],
];

const refName = (rule) => rule.$ref.replace('#/$defs/', '').replace(/\.any$/, '');

/** One letter for a type of OData's own, or the name of another; `!` where nothing is not allowed, `[` before a list. */
function codeOf(rule) {
  if (rule.$ref) return `@${refName(rule)}!`;
  const named = rule.anyOf?.find((each) => each.$ref);
  if (named) return `@${refName(named)}`;
  if (rule.anyOf) return `n${rule.anyOf.some(({ type }) => type === 'null') ? '' : '!'}`;
  const types = [rule.type].flat();
  const must = types.includes('null') ? '' : '!';
  if (types.includes('array')) return `[${codeOf(rule.items)}`.replace(/!?$/, must && '!');
  if (types.includes('boolean')) return `b${must}`;
  if (types.includes('integer'))
    return (rule.minimum === -32768 ? 'h' : rule.minimum === -2147483648 ? 'i' : 'l') + must;
  if (types.includes('number')) return `n${must}`;
  if (types.includes('object')) return `@entity${must}`;
  const letter = patterns.find(([known]) => rule.pattern && known.test(rule.pattern))?.[1] ?? 's';
  return letter + must;
}

/** The nearest of those types that it is one of. */
function baseOf(defs, name) {
  const above = Object.keys(defs)
    .filter((each) => each.endsWith('.any') && each !== `${name}.any`)
    .map((each) => ({ base: each.slice(0, -4), all: defs[each].anyOf.map(refName) }))
    .filter(({ all }) => all.includes(name));
  return above.toSorted((one, other) => one.all.length - other.all.length)[0]?.base;
}

function membersOf(defs, name) {
  const base = baseOf(defs, name);
  const inherited = new Set(base ? Object.keys(defs[base]?.properties ?? {}) : []);
  return Object.entries(defs[name].properties ?? {}).filter(
    ([member]) => !member.includes('@') && !inherited.has(member),
  );
}

/** @returns {Record<string, string>} by name of the type: what it is, its base, its members */
export function graphMetadata(schema) {
  const defs = schema.$defs;
  const isType = (name) => !/\.any$|^(collection|batch|odata)\./.test(name);
  return Object.fromEntries(
    Object.keys(defs)
      .filter(isType)
      .map((name) => [name, described(defs, name)]),
  );
}

function described(defs, name) {
  const def = defs[name];
  const words = def['x-flags'] ?? def['x-canonical'] ?? def.enum;
  if (words) return `${def['x-flags'] ? 'flags' : 'enum'}||${words.join(',')}`;
  const isEntity = `collection.${name}` in defs || name === 'entity';
  const flags = [
    isEntity ? 'entity' : 'complex',
    ...(def['x-abstract'] ? ['abstract'] : []),
    ...(def['x-openType'] ? ['open'] : []),
  ].join(' ');
  const ways = new Set(def['x-navigation'] ?? []);
  const members = membersOf(defs, name).map(
    ([member, rule]) => `${ways.has(member) ? '>' : ''}${member}:${codeOf(rule)}`,
  );
  const streams = (def['x-streams'] ?? []).map((member) => `${member}:S`);
  return `${flags}|${baseOf(defs, name) ?? ''}|${[...members, ...streams].join(',')}`;
}

export function metadataFile(schema) {
  const table = Object.entries(graphMetadata(schema)).map(([name, text]) => `${name}|${text}`);
  return `/** Types of Graph v1.0 as Microsoft's metadata has them (microsoftgraph/msgraph-metadata, MIT), reduced to what is simulated by scripts/graph-metadata.mjs. */
export const graphTypes =
  '${table.join('\\n')}';
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const schema = JSON.parse(readFileSync(source, 'utf8'));
  const target = new URL('../src/simulator/metadata/graph-types.ts', import.meta.url);
  writeFileSync(target, metadataFile(schema));
}
