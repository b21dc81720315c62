/** The folders and files of a drive, made when somebody looks: the same drive and seed give the same tree. */
import { projects } from '#simulator/seed/phrases.ts';
import { hash, hashText, hex } from '#simulator/seed/random.ts';
import type { FileTimes, Uploaded } from './drive-edits.ts';

export interface Node {
  readonly id: string;
  readonly name: string;
  /** Makes content, times and sizes differ. */
  readonly key: number;
  readonly parent: Node | undefined;
  readonly kind: 'folder' | 'file' | 'notebook';
  readonly children: readonly Plan[];
  /** Milliseconds before now. */
  readonly age: number;
  /** The name it was born with, which its content still goes by. */
  readonly born?: string;
  readonly content?: Uploaded;
  readonly times?: FileTimes;
  readonly madeAt?: number;
  /** Of its last change, which counts all changes of the drive; and when that was. */
  readonly serial?: number;
  readonly at?: number;
}

/** What a folder will hold: a name, and for a folder what is in it. */
type Plan = string | readonly [name: string, children: () => readonly Plan[]];

const day = 86_400_000;

const numbered = (count: number, name: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => name(at));

const two = (value: number) => String(value).padStart(2, '0');

const pictures = () =>
  numbered(14, (at) => `Fringes ${two(at + 1)}.${at % 3 === 1 ? 'jpg' : 'png'}`);

const year = (name: string) =>
  [
    name,
    () => [...numbered(12, (at) => `${name}-${two(at + 1)} readings.csv`), `Report ${name}.pdf`],
  ] as const;

const longName = `${'Minutes of the joint meeting on tolerances, mounts and the new interferometer '.repeat(2)}(final, approved, with remarks).docx`;

/** Everything that a list of files has to cope with. */
const personal: readonly Plan[] = [
  [
    'Documents',
    () => [
      year('2024'),
      year('2025'),
      year('2026'),
      ['Empty folder', () => []],
      'Travel policy.md',
      'Bench settings.json',
    ],
  ],
  ['Measurements', () => numbered(1200, (at) => `Plate ${String(at + 1).padStart(4, '0')}.csv`)],
  ['Pictures', pictures],
  ['تقارير', () => ['تقرير المعايرة 2026.pdf', 'ملاحظات.txt']],
  ['校正記録', () => ['光学ベンチ 4.csv', '写真.png']],
  'Calibration certificate.pdf',
  'Lens 🔭 & mount #4 (50%).png',
  longName,
  'דוח מדידה.txt',
  'empty.txt',
  'Offer.docx',
  'Page.html',
  'Photo of bench 4.jpg',
  'Readings.csv',
  'README.md',
  'Settings.json',
  'Archive.zip',
  'Notebook',
];

const library: readonly Plan[] = [
  ...projects
    .slice(0, 4)
    .map(
      (project) =>
        [
          project,
          () => [`${project} plan.docx`, `${project} budget.csv`, ...pictures().slice(0, 3)],
        ] as const,
    ),
  ['Certificates', () => numbered(460, (at) => `Certificate ${String(4000 + at)}.pdf`)],
  'Welcome.md',
  'Handbook.pdf',
];

export interface Tree {
  readonly key: number;
  /** What it was before people changed it. */
  readonly born?: Tree;
  readonly root: Node;
  childrenOf(node: Node): readonly Node[];
  find(id: string): Node | undefined;
  /** @param path names, from `from` downwards; the comparison ignores case, as OneDrive's does */
  at(path: readonly string[], from?: Node): Node | undefined;
  /** Everything below, parents first. */
  all(from?: Node): Generator<Node>;
}

export function createTree(key: number, kind: 'personal' | 'library'): Tree {
  const made = new Map<string, readonly Node[]>();
  const root: Node = {
    id: itemId(key, []),
    name: 'root',
    key,
    parent: undefined,
    kind: 'folder',
    children: kind === 'personal' ? personal : library,
    age: 900 * day,
  };
  const childrenOf = (node: Node): readonly Node[] => {
    const known = made.get(node.id);
    if (known) return known;
    const places = placesOf(node.id);
    const nodes = node.children.map((plan, at) => nodeOf(plan, node, itemId(key, [...places, at])));
    made.set(node.id, nodes);
    return nodes;
  };
  const tree: Tree = {
    key,
    root,
    childrenOf,
    find(id) {
      let node: Node | undefined = root;
      for (const place of placesOf(id)) node = node && childrenOf(node)[place];
      return node?.id === id.toUpperCase() ? node : undefined;
    },
    ...walksOf(root, childrenOf),
  };
  return tree;
}

/** By names and from end to end, in whatever a tree holds. */
export function walksOf(root: Node, childrenOf: Tree['childrenOf']): Pick<Tree, 'at' | 'all'> {
  return {
    at(path, from = root) {
      let node: Node | undefined = from;
      for (const name of path)
        node =
          node &&
          childrenOf(node).find(
            (each) => each.name.toLowerCase() === name.normalize().toLowerCase(),
          );
      return node;
    },
    *all(from = root) {
      yield from;
      for (const child of childrenOf(from)) yield* this.all(child);
    },
  };
}

function nodeOf(plan: Plan, parent: Node, id: string): Node {
  const [name, children] = typeof plan === 'string' ? [plan, undefined] : plan;
  const key = hash(parent.key, hashText(name));
  return {
    id,
    name,
    key,
    parent,
    kind: children ? 'folder' : name === 'Notebook' ? 'notebook' : 'file',
    children: children?.() ?? [],
    age: (key % 700) * day + (hash(key, 1) % day),
  };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * As long as OneDrive's, in its letters. Four places of three letters say which child of which child it is; the rest is
 * a sum, so that a made-up id is found out.
 */
function itemId(drive: number, places: readonly number[]): string {
  const path = [0, 1, 2, 3]
    .flatMap((level) => {
      const place = (places[level] ?? -1) + 1;
      return [place >> 10, (place >> 5) & 31, place & 31];
    })
    .map((digit) => letters[digit])
    .join('');
  const sum = hex(20, drive, hashText(path)).replaceAll(
    /\d/g,
    (digit) => letters[Number(digit) + 12] ?? '',
  );
  return `01${path}${sum.toUpperCase()}`;
}

function placesOf(id: string): number[] {
  const path = id.toUpperCase().slice(2, 14);
  const places: number[] = [];
  for (let at = 0; at < 12; at += 3) {
    const [high = 0, middle = 0, low = 0] = [...path.slice(at, at + 3)].map((letter) =>
      letters.indexOf(letter),
    );
    const place = high * 1024 + middle * 32 + low;
    if (place > 0) places.push(place - 1);
  }
  return places;
}
