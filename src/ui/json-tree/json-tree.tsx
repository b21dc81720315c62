import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { JsonProblem, scanMembers, scanRoot, textOf, type JsonNode } from './scan-json.ts';
import { JsonFoot } from './json-foot.tsx';
import { JsonRow } from './json-row.tsx';
import { nextRow } from './next-row.ts';
import { openBelow, openFirst, treeRows, type OpenNodes, type TreeRow } from './tree-rows.ts';
import styles from './json-tree.module.css';

/** What can be said of a value, and what can be done with it. */
export interface Remark {
  readonly note?: string | undefined;
  readonly action?: { readonly words: string; readonly onPress: () => void } | undefined;
}

interface Look {
  readonly root: JsonNode;
  readonly open: OpenNodes;
}

const rowHeight = 22;
/** Rows that are opened at a press; more would be a list and no look. */
const mostOpened = 5000;
/** Characters of a value that a row shows; the whole of it can be copied. */
const shownCharacters = 300;
/** Bytes of a closed item in which its title is looked for. */
const readForTitle = 1500;

/** A JSON text as a tree (ARIA tree: arrows open, close and move). Of any size: only what is open has been read. */
export function JsonTree({
  bytes,
  label,
  remark,
  titleOf,
}: {
  bytes: Uint8Array;
  label: string;
  /** @param place its place in the tree, `/value/0/id` */
  remark?: (key: string | number | undefined, text: string, place: string) => Remark | undefined;
  /** What a closed item of a list is called, by the beginning of its text. */
  titleOf?: (text: string) => string | undefined;
}) {
  const [look, setLook] = useState<Look | JsonProblem>();
  const [active, setActive] = useState('');
  const scroller = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const stop = new AbortController();
    scanRoot(bytes, stop.signal)
      .then(async (root) => ({ root, open: await openFirst(bytes, root) }))
      .then((first) => !stop.signal.aborted && setLook(first))
      .catch((error: unknown) => {
        if (error instanceof JsonProblem) setLook(error);
      });
    return () => stop.abort();
  }, [bytes]);

  const rows = useMemo(
    () => (look && !(look instanceof JsonProblem) ? treeRows(look.root, look.open) : []),
    [look],
  );
  const activeAt = Math.max(
    0,
    rows.findIndex(({ id }) => id === active),
  );
  // oxlint-disable-next-line react/incompatible-library -- a warning for the React Compiler, which is not used here
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => rows[at]?.id ?? at,
    overscan: 12,
  });

  if (look instanceof JsonProblem) {
    return (
      <p className={styles.problem}>
        No readable JSON: {look.message} (byte {look.at})
      </p>
    );
  }
  if (!look) return <p className={styles.problem}>Reading</p>;

  const setOpen = async (row: TreeRow, open: boolean) => {
    const members = open && !look.open.has(row.id) ? await membersOf(bytes, row) : undefined;
    setLook((before) => {
      if (!before || before instanceof JsonProblem) return before;
      const next = new Map(before.open);
      if (members) next.set(row.id, members);
      else next.delete(row.id);
      return { ...before, open: next };
    });
  };
  const openAll = async (row: TreeRow) => {
    const open = await openBelow(bytes, look.open, row, mostOpened);
    setLook((before) => (before === look ? { ...look, open } : before));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[activeAt];
    if (!row) return;
    const step = nextRow(event.key, rows, activeAt);
    if (event.key === 'Enter' && !row.canOpen) remarkOf(row)?.action?.onPress();
    else if (step === 'open' || step === 'close') void setOpen(row, step === 'open');
    else if (step !== undefined) {
      setActive(rows[step]?.id ?? '');
      virtualizer.scrollToIndex(step, { align: 'auto' });
    } else return;
    event.preventDefault();
  };
  const remarkOf = (row: TreeRow) =>
    row.canOpen ? undefined : remark?.(row.key, shownText(bytes, row.node), row.id);
  const titleIn = (row: TreeRow) =>
    typeof row.key === 'number' && row.canOpen && !row.isOpen
      ? titleOf?.(shownText(bytes, row.node, readForTitle))
      : undefined;
  const current = rows[activeAt];

  return (
    <div className={styles.whole}>
      <div
        ref={scroller}
        className={styles.scroller}
        role="tree"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={current && rowId(label, current)}
        onKeyDown={onKeyDown}
      >
        <div
          className={styles.rows}
          role="presentation"
          style={{ blockSize: virtualizer.getTotalSize() }}
        >
          {virtualizer.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index];
            return (
              row && (
                <JsonRow
                  key={key}
                  id={rowId(label, row)}
                  row={row}
                  text={row.canOpen ? '' : shownText(bytes, row.node)}
                  count={look.open.get(row.id)?.length}
                  title={titleIn(row)}
                  remark={remarkOf(row)}
                  isActive={index === activeAt}
                  top={start}
                  onPress={() => {
                    setActive(row.id);
                    if (row.canOpen) void setOpen(row, !row.isOpen);
                  }}
                />
              )
            );
          })}
        </div>
      </div>
      {current && (
        <JsonFoot
          bytes={bytes}
          row={current}
          remark={remarkOf(current)}
          onOpenAll={() => void openAll(current)}
        />
      )}
    </div>
  );
}

async function membersOf(bytes: Uint8Array, row: TreeRow) {
  return row.range ? [] : scanMembers(bytes, row.node);
}

function shownText(bytes: Uint8Array, node: JsonNode, most = shownCharacters): string {
  const long = node.end - node.start > most;
  const text = textOf(bytes, long ? { ...node, end: node.start + most } : node);
  return long ? `${text}…` : text;
}

function rowId(label: string, row: TreeRow): string {
  return `${label} ${row.id}`.replaceAll(/[^\w/[\]-]/g, '_');
}
