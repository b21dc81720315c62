import { formatFull } from '#lib/format-date.ts';
import { formatBytes } from '#lib/format-number.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FactList, type Fact } from '#ui/fact-list.tsx';
import { holdingInWords, type FileItem } from '#features/files/drive-item.ts';
import styles from './item-details.module.css';

/** Everything that is known of one file or folder. */
export function ItemDetails({
  item,
  onSave,
  onClose,
}: {
  item: FileItem;
  onSave: (item: FileItem) => void;
  onClose: () => void;
}) {
  return (
    <Dialog title={item.name} onClose={onClose}>
      <FactList facts={factsOf(item)} />
      <div className={styles.ways}>
        {item.webUrl && (
          <a href={item.webUrl} target="_blank" rel="noreferrer">
            Open in the browser
          </a>
        )}
        {item.isFile && (
          <Button icon="download" onClick={() => onSave(item)}>
            Download
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function factsOf(item: FileItem): readonly Fact[] {
  const dated = (date: Date | undefined, by: string) =>
    date && [formatFull(date), by].filter(Boolean).join(', ');
  const facts: (readonly [string, string | undefined])[] = [
    ['Kind', item.isFolder ? 'Folder' : item.type],
    ['Size', item.isFolder && item.size === 0 ? undefined : formatBytes(item.size)],
    ['Holds', holdingInWords(item.children)],
    ['Pixels', item.pixels],
    ['Modified', dated(item.modifiedAt, item.modifiedBy)],
    ['Created', dated(item.createdAt, item.createdBy)],
    ['Quick XOR hash', item.hash],
    ['Address', item.webUrl],
    ['Id', item.id],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}
