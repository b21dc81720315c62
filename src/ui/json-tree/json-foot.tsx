import { CopyButton } from '#ui/copy-button.tsx';
import { textOf } from './scan-json.ts';
import type { Remark } from './json-tree.tsx';
import type { TreeRow } from './tree-rows.ts';
import styles from './json-tree.module.css';

/** What can be done with the row that one is at: its path, its remark's action, and copying. */
export function JsonFoot({
  bytes,
  row,
  remark,
  onOpenAll,
}: {
  bytes: Uint8Array;
  row: TreeRow;
  remark: Remark | undefined;
  onOpenAll: () => void;
}) {
  const path = row.id.replaceAll(/\/\[\d+-\d+\]/g, '') || '/';
  // A value of many megabytes is nothing for a clipboard.
  const text = row.node.end - row.node.start < 1_000_000 ? textOf(bytes, row.node) : undefined;
  return (
    <div className={styles.foot}>
      <code className={styles.path} title={path}>
        {path}
      </code>
      {remark?.action && (
        <button type="button" className={styles.action} onClick={remark.action.onPress}>
          {remark.action.words}
        </button>
      )}
      {row.canOpen && !row.range && (
        <button type="button" className={styles.action} onClick={onOpenAll}>
          Open all of it
        </button>
      )}
      <CopyButton text={path} label="Copy path" />
      {text !== undefined && <CopyButton text={plain(text)} label="Copy value" />}
    </div>
  );
}

function plain(text: string): string {
  return text.startsWith('"') ? (JSON.parse(text) as string) : text;
}
