/** `$expand` of drives and of what is in them: the plain answer is made first, and then what was asked for beside it. */
import { GraphRefusal } from '#simulator/graph/graph-answer.ts';
import { badRequest } from '#simulator/graph/graph-query.ts';
import type { TenantContext } from '#simulator/tenant-context.ts';
import type { SimulatedDrive } from './drives.ts';
import { readExpand, type Expansion } from './expand-option.ts';
import type { Node } from './tree.ts';

type Members = Record<string, unknown>;

interface Whole extends Members {
  readonly '@odata.nextLink'?: string;
  value?: Members[];
}

/** Given by the caller, who has it all: this part is loaded late, and would tear the first one apart by its imports. */
interface Asked {
  readonly context: TenantContext;
  readonly drive: SimulatedDrive;
  /** The answer to a request without `$expand`. */
  readonly read: (url: string, tail: string) => Promise<Response>;
  /** What is wanted of an item, in small letters; nothing is the item itself. */
  readonly actionOf: (tail: string) => string | undefined;
}

/** What an item leads to besides; all of it has to be asked for at its own address. */
const relations = [
  ...['analytics', 'createdByUser', 'lastModifiedByUser', 'listItem', 'permissions'],
  ...['retentionLabel', 'subscriptions', 'versions', 'workbook'],
];

const unsupported = () => new GraphRefusal(501, 'notSupported', 'Operation not supported');

/** @param tail what follows the drive in the path */
export async function expanded(asked: Asked, url: string, tail: string): Promise<Response> {
  const { wishes, plain, option, lacksId } = withoutExpand(url);
  const { tree } = asked.drive;
  const type = tail === '' ? 'drive' : 'driveItem';
  await check(asked, wishes, type);
  const action = type === 'drive' ? '' : asked.actionOf(tail);
  const hasChildren = wishes.some(({ name }) => name === 'children');
  if (hasChildren && action !== '' && action !== 'children')
    throw new GraphRefusal(
      400,
      'invalidRequest',
      'One of the provided arguments is not acceptable.',
    );
  const answer = await asked.read(plain, tail);
  if (answer.status !== 200) return answer;
  const { value, ...rest } = (await answer.json()) as Whole;
  const beside = async (item: Members) => {
    const { id, ...others } = item;
    const node = type === 'drive' ? tree.root : tree.find(String(id));
    if (hasChildren && action === '' && node?.kind === 'file') throw onNonFolder();
    const more = node ? await relatedTo(asked, node, wishes) : {};
    return { ...(lacksId ? others : item), ...more };
  };
  const next = rest['@odata.nextLink'];
  const body = value
    ? {
        ...rest,
        ...(next ? { '@odata.nextLink': `${next}&${option}` } : {}),
        value: await Promise.all(value.map(beside)),
      }
    : await beside(rest);
  return new Response(JSON.stringify(body), answer);
}

/** So since the spring of 2026; before, a file had no children without a word. */
export function onNonFolder(): GraphRefusal {
  return new GraphRefusal(
    422,
    'notSupported',
    'Children cannot be listed from an item that is not a folder',
    {},
    { code: 'unprocessableEntity', innerError: { code: 'getChildrenOnNonFolder' } },
  );
}

/** The request as it would be without the option; it needs the `id`, by which the item is found again. */
function withoutExpand(url: string) {
  const asked = new URL(url);
  const given = (pattern: RegExp) => [...asked.searchParams].find(([name]) => pattern.test(name));
  const [name = '', text = ''] = given(/^\$?expand$/i) ?? [];
  asked.searchParams.delete(name);
  const [select, members] = given(/^\$select$/i) ?? [];
  const lacksId =
    members !== undefined && !members.split(',').some((member) => /^\s*(id|\*)\s*$/.test(member));
  if (select && lacksId) asked.searchParams.set(select, `id,${members}`);
  const option = new URLSearchParams([[name, text]]).toString();
  return { wishes: readExpand(text), plain: asked.href, option, lacksId };
}

async function check(
  asked: Asked,
  wishes: readonly Expansion[],
  type: 'drive' | 'driveItem',
): Promise<void> {
  const known = type === 'drive' ? ['root'] : ['children', 'thumbnails'];
  for (const { name } of wishes) {
    if (known.includes(name)) continue;
    if (type === 'driveItem' && relations.includes(name)) throw unsupported();
    // Refuses what is not there at all.
    await inner(
      asked,
      'root',
      new URLSearchParams({ $select: name }),
      type === 'drive' ? '' : 'root',
    );
    throw badRequest(
      `Parsing OData Select and Expand failed: Property '${name}' on type 'microsoft.graph.${type}' is not a navigation property or complex property. Only navigation properties can be expanded.`,
    );
  }
}

async function relatedTo(asked: Asked, node: Node, wishes: readonly Expansion[]): Promise<Members> {
  const { drive } = asked;
  const at = `drives('${encodeURIComponent(drive.id)}')/items('${node.id}')`;
  const found: Members = {};
  for (const { name, options } of wishes) {
    if (name === 'root') found['root'] = await inner(asked, at, options, 'root');
    else if (name !== 'children' || node.kind !== 'file') {
      // One level, and no more.
      if (/\bchildren\b/.test(options.get('$expand') ?? '')) throw unsupported();
      const page = await inner(asked, `${at}/${name}`, options, `items/${node.id}/${name}`);
      // A link leads to what is left of the list at its own address.
      for (const [key, each] of Object.entries(page))
        found[key === 'value' ? name : `${name}${key}`] = each;
    }
  }
  return found;
}

/** What a request of its own would be answered, with the options in the parentheses. */
async function inner(
  asked: Asked,
  path: string,
  options: URLSearchParams,
  tail: string,
): Promise<Members> {
  const url = `${asked.context.hosts.graph}/v1.0/${path}?${options}`;
  const answer = options.has('$expand')
    ? await expanded(asked, url, tail)
    : await asked.read(url, tail);
  return (await answer.json()) as Members;
}
