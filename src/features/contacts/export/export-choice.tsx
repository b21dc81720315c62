import { Button } from '#ui/button.tsx';
import styles from './export.module.css';
import type { VCardVersion } from './vcard-text.ts';

/** In which version; what each is for stands beside it. */
export function ExportChoice({ onChoose }: { onChoose: (version: VCardVersion) => void }) {
  return (
    <div className={styles.choice}>
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
