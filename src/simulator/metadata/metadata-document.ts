/** What Graph says of itself: the document of its types (OData CSDL 4.0) and the list of where to begin. */
import { graphTypes } from './graph-types.ts';
import { entrySets, entrySingletons } from './entry-points.ts';

const home = 'microsoft.graph';

const primitives: Readonly<Record<string, string>> = {
  s: 'String',
  b: 'Boolean',
  h: 'Int16',
  i: 'Int32',
  l: 'Int64',
  n: 'Double',
  d: 'DateTimeOffset',
  D: 'Date',
  T: 'TimeOfDay',
  u: 'Duration',
  g: 'Guid',
  B: 'Binary',
  S: 'Stream',
};

interface TypeLine {
  readonly name: string;
  readonly kind: string;
  readonly isAbstract: boolean;
  readonly isOpen: boolean;
  readonly base: string;
  readonly members: readonly string[];
}

let written: string | undefined;

/** As XML; made once, since it never changes. */
export function metadataDocument(): string {
  return (written ??= document());
}

function document(): string {
  const types = graphTypes.split('\n').map(readLine);
  const spaces = [...new Set(types.map(({ name }) => spaceOf(name)))];
  const schemas = spaces.map((space) => {
    const own = types.filter(({ name }) => spaceOf(name) === space);
    const alias = space === home ? ' Alias="graph"' : '';
    const body = own.map(typeElement).join('');
    return `<Schema Namespace="${space}"${alias} xmlns="http://docs.oasis-open.org/odata/ns/edm">${body}${space === home ? container() : ''}</Schema>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>${schemas.join('')}</edmx:DataServices></edmx:Edmx>`;
}

function readLine(line: string): TypeLine {
  const [name = '', flags = '', base = '', members = ''] = line.split('|');
  const [kind = '', ...more] = flags.split(' ');
  return {
    name,
    kind,
    base,
    isAbstract: more.includes('abstract'),
    isOpen: more.includes('open'),
    members: members.split(',').filter(Boolean),
  };
}

/** `callRecords.userIdentity` lives in a namespace of its own. */
function spaceOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? home : `${home}.${name.slice(0, dot)}`;
}

const fullName = (name: string) => `${home}.${name}`;

function typeElement(type: TypeLine): string {
  const { name, kind, base, isAbstract, isOpen, members } = type;
  const own = name.slice(name.lastIndexOf('.') + 1);
  if (kind === 'enum' || kind === 'flags') {
    const values = members
      .map(
        (word, at) =>
          `<Member Name="${word}" Value="${kind === 'flags' && at > 0 ? 2 ** (at - 1) : at}"/>`,
      )
      .join('');
    return `<EnumType Name="${own}"${kind === 'flags' ? ' IsFlags="true"' : ''}>${values}</EnumType>`;
  }
  const element = kind === 'entity' ? 'EntityType' : 'ComplexType';
  const attributes = [
    `Name="${own}"`,
    ...(base ? [`BaseType="${fullName(base)}"`] : []),
    ...(isAbstract ? ['Abstract="true"'] : []),
    ...(isOpen ? ['OpenType="true"'] : []),
  ].join(' ');
  const key = kind === 'entity' && !base ? '<Key><PropertyRef Name="id"/></Key>' : '';
  return `<${element} ${attributes}>${key}${members.map(memberElement).join('')}</${element}>`;
}

function memberElement(member: string): string {
  const isWay = member.startsWith('>');
  const [name = '', code = ''] = member.slice(isWay ? 1 : 0).split(':');
  const isRequired = code.endsWith('!');
  const isList = code.startsWith('[');
  const bare = code.replace(/^\[/, '').replace(/!$/, '');
  const one = bare.startsWith('@')
    ? fullName(bare.slice(1))
    : `Edm.${primitives[bare] ?? 'String'}`;
  const type = isList ? `Collection(${one})` : one;
  if (isWay) return `<NavigationProperty Name="${name}" Type="${type}"/>`;
  return `<Property Name="${name}" Type="${type}"${isRequired ? ' Nullable="false"' : ''}/>`;
}

function container(): string {
  const sets = entrySets.map(
    ([name, type]) => `<EntitySet Name="${name}" EntityType="${fullName(type)}"/>`,
  );
  const singles = entrySingletons.map(
    ([name, type]) => `<Singleton Name="${name}" Type="${fullName(type)}"/>`,
  );
  return `<EntityContainer Name="GraphService">${[...sets, ...singles].join('')}</EntityContainer>`;
}

/** Where to begin, as the service document lists it. */
export function serviceDocument(graph: string): object {
  const entry =
    (kind: string) =>
    ([name]: readonly [string, string]) => ({ name, kind, url: name });
  return {
    '@odata.context': `${graph}/v1.0/$metadata`,
    value: [...entrySets.map(entry('EntitySet')), ...entrySingletons.map(entry('Singleton'))],
  };
}
