/** For tests: every answer of Graph is held against Microsoft's own metadata, where that lies beside the repository. */
import { existsSync, readFileSync } from 'node:fs';
import { graphPath } from './graph-path.ts';
import { typeInContext } from './graph-shape-context.ts';

/** Made from Microsoft's metadata; too large to carry. */
const file = new URL('../../../../shared/data/graph-schema.json', import.meta.url);

interface Schema {
  readonly $defs: Readonly<Record<string, Rule>>;
  readonly 'x-endpoints': Readonly<Record<string, string>>;
}

export const schema = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as Schema)
  : undefined;

/** The few words of JSON Schema that the file uses; read as they stand, which costs a test nothing to begin with. */
interface Rule {
  readonly $ref?: string;
  readonly anyOf?: readonly Rule[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Rule>>;
  readonly patternProperties?: Readonly<Record<string, Rule>>;
  readonly additionalProperties?: boolean;
  readonly items?: Rule;
  readonly minimum?: number;
  readonly maximum?: number;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

/** A service writes the words of an enumeration in one way, and reads them in any letters. */
type Words = 'as written' | 'any letters';

function problemIn(
  rule: Rule,
  value: unknown,
  at: string,
  words: Words = 'as written',
): string | undefined {
  if (rule.$ref !== undefined) {
    const named = schema?.$defs[rule.$ref.replace('#/$defs/', '')];
    return named ? problemIn(named, value, at, words) : `${at}: no ${rule.$ref}`;
  }
  if (rule.anyOf) {
    const problems = rule.anyOf.map((each) => problemIn(each, value, at, words));
    return problems.includes(undefined) ? undefined : problems.join(' | ');
  }
  const type = typeOf(value);
  const types = rule.type === undefined ? [] : [rule.type].flat();
  const fitting =
    types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'));
  if (!fitting) return `${at} is ${type}, not ${types.join(' or ')}`;
  if (rule.enum && !isAmong(rule.enum, value, words)) return `${at} is ${JSON.stringify(value)}`;
  if (typeof value === 'string' && rule.pattern && !new RegExp(rule.pattern, 'u').test(value)) {
    return `${at} is ${value}`;
  }
  if (typeof value === 'number') {
    const { minimum = value, maximum = value } = rule;
    if (value < minimum || value > maximum) return `${at} is ${value}`;
  }
  if (Array.isArray(value)) return problemInList(rule, value, at, words);
  return typeof value === 'object' && value !== null
    ? problemInMembers(rule, value, at, words)
    : undefined;
}

function isAmong(known: readonly unknown[], value: unknown, words: Words): boolean {
  if (words === 'as written' || typeof value !== 'string') return known.includes(value);
  return known.some((each) => String(each).toLowerCase() === value.toLowerCase());
}

function problemInList(
  { items }: Rule,
  values: readonly unknown[],
  at: string,
  words: Words,
): string | undefined {
  if (!items) return undefined;
  for (const [nth, value] of values.entries()) {
    const problem = problemIn(items, value, `${at}/${nth}`, words);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** What tasks of To Do can bring along; the file has their own members alone. */
const isLeftOut = ({ properties = {} }: Rule, name: string): boolean =>
  'reminderDateTime' in properties && ['checklistItems', 'linkedResources'].includes(name);

function problemInMembers(rule: Rule, value: object, at: string, words: Words): string | undefined {
  const missing = (rule.required ?? []).find((name) => !(name in value));
  if (missing !== undefined) return `${at} lacks ${missing}`;
  const patterns = Object.entries(rule.patternProperties ?? {});
  for (const [name, member] of Object.entries(value)) {
    const known =
      rule.properties?.[name] ?? patterns.find(([each]) => new RegExp(each, 'u').test(name))?.[1];
    if (!known && rule.additionalProperties === false && !isLeftOut(rule, name))
      return `${at} has ${name}`;
    const problem = known && problemIn(known, member, `${at}/${name}`, words);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** @param endpoint as the schema names it: `GET /me/messages/{id}` */
export function problemsOf(endpoint: string, body: unknown): string[] {
  if (!schema) return [];
  const rule = schema.$defs[schema['x-endpoints'][endpoint] ?? ''];
  if (!rule) return [`no schema for ${endpoint}`];
  const problem = problemIn(rule, body, '');
  return problem === undefined ? [] : [problem];
}

function endpointFor(method: string, path: string): string | undefined {
  const asked = path.split('/');
  const fitting = Object.keys(schema?.['x-endpoints'] ?? {}).filter((endpoint) => {
    const [verb, pattern = ''] = endpoint.split(' ');
    const parts = pattern.split('/');
    return (
      verb === method &&
      parts.length === asked.length &&
      parts.every(
        (part, at) =>
          (part === '{id}' && asked[at] !== 'delta') ||
          part.toLowerCase() === asked[at]?.toLowerCase(),
      )
    );
  });
  return fitting.sort((one, other) => one.split('{id}').length - other.split('{id}').length)[0];
}

/** What the metadata has to say to this body; nothing, where it knows no such request. */
function problemsAt(request: Request, status: number, body: unknown): string[] {
  const path = graphPath(request)
    .replace(/^\/v1\.0/i, '')
    .replace(/\/$/, '')
    .replace(/^\/users\/[^/]+(?=\/)/i, '/me');
  const endpoint = status >= 400 ? '(any 4xx/5xx)' : endpointFor(request.method, decodeURI(path));
  return endpoint === undefined ? problemsOfSaid(body) : problemsOf(endpoint, body);
}

function ruleOf(type: string, isOne: boolean): Rule | undefined {
  return isOne
    ? (schema?.$defs[`${type}.any`] ?? schema?.$defs[type])
    : schema?.$defs[`collection.${type}`];
}

/** Of a request that the schema does not list, above all of one that writes: the type that the answer says it has. */
function problemsOfSaid(body: unknown): string[] {
  const said = typeInContext((body as { '@odata.context'?: unknown } | null)?.['@odata.context']);
  const rule = said && ruleOf(said.type, said.isOne);
  const problem = rule && problemIn(rule, body, '');
  return problem === undefined ? [] : [`as ${said?.type}: ${problem}`];
}

/** What was written and accepted must be what the type has, too: what it has not should have been refused. */
function problemsOfSent(request: Request, sent: unknown, body: unknown): string[] {
  const said = typeInContext((body as { '@odata.context'?: unknown } | null)?.['@odata.context']);
  const isResource = request.method === 'PATCH' || /s\/?$/i.test(new URL(request.url).pathname);
  if (!said?.isOne || !isResource || typeof sent !== 'string' || !sent.startsWith('{')) return [];
  const rule = ruleOf(said.type, true);
  const problem = rule && problemIn(rule, JSON.parse(sent), '', 'any letters');
  return problem === undefined ? [] : [`what was sent, as ${said.type}: ${problem}`];
}

interface Batch {
  readonly requests: readonly {
    readonly id: string;
    readonly method: string;
    readonly url: string;
  }[];
}
interface BatchAnswer {
  readonly responses?: readonly {
    readonly id: string;
    readonly status: number;
    readonly body?: unknown;
  }[];
}

/** Of a batch every answer is one of Graph's, whatever it is in. */
function problemsInside(sent: string, { responses = [] }: BatchAnswer): string[] {
  const { requests } = JSON.parse(sent) as Batch;
  return responses.flatMap(({ id, status, body }) => {
    const asked = requests.find((each) => each.id === id);
    if (!asked || typeof body !== 'object' || body === null) return [];
    const url = `https://graph.microsoft.com/v1.0${asked.url.replace(/^\/?/, '/')}`;
    return problemsAt(new Request(url, { method: asked.method }), status, body);
  });
}

/** @throws when an answer is not what the metadata promises for its request */
export async function checkShape(
  request: Request,
  response: Response,
  sent?: unknown,
): Promise<void> {
  if (!schema || !response.headers.get('content-type')?.includes('json')) return;
  const body: unknown = await response.clone().json();
  const problems = [
    ...problemsAt(request, response.status, body),
    ...(response.ok ? problemsOfSent(request, sent, body) : []),
    ...(request.url.endsWith('/$batch') && response.ok && typeof sent === 'string'
      ? problemsInside(sent, body as BatchAnswer)
      : []),
  ];
  if (problems.length > 0) {
    throw new Error(`${request.method} ${request.url} has not its shape: ${problems.join('; ')}`);
  }
}
