import { Button } from '#ui/button.tsx';
import styles from './export.module.css';
import type { VCardVersion } from './vcard-text.ts';

/** In which version; what each is for stands beside it. */
export function ExportChoice({
  onChoose,
  photos,
}: {
  onChoose: (version: VCardVersion) => void;
  /** Where they have to be asked for, that is a choice too. */
  photos?: { readonly wanted: boolean; readonly onWant: (wanted: boolean) => void };
}) {
  return (
    <div className={styles.choice}>
      {photos && (
        <label className={styles.photos}>
          <input
            type="checkbox"
            checked={photos.wanted}
            onChange={({ currentTarget }) => photos.onWant(currentTarget.checked)}
          />
          With photos, four at a time
        </label>
      )}
      <Button data-closes icon="download" onClick={() => onChoose('4.0')}>
        vCard 4.0
      </Button>
      <span>For Apple, Google, Thunderbird and Nextcloud</span>
      <Button data-closes icon="download" onClick={() => onChoose('3.0')}>
        vCard 3.0
      </Button>
      <span>For Outlook and older programs</span>
    </div>
  );
}
