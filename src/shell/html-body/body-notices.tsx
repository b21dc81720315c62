import { ariaKeys } from '#shell/keyboard/keys.ts';
import { useCommands } from '#shell/keyboard/use-commands.ts';
import { Button } from '#ui/button.tsx';
import { handOnToHeadingOrList } from '#ui/hand-on.ts';
import { Notice } from '#ui/notice.tsx';
import { formatBytes, formatCount } from '#lib/format-number.ts';
import { asciiHost } from '#shell/html-body/links/told-address.ts';
import { hostOf } from './remote-images.ts';
import styles from './html-body.module.css';

/** Who is not warned by these is not warned by a thousand. */
const mostCautions = 20;

/** One calm bar with what makes these words doubtful. */
export function CautionNotice({ cautions }: { cautions: readonly string[] }) {
  if (cautions.length === 0) return null;
  return (
    <Notice tone="warn" title="Read this with care">
      <ul className={styles.cautions}>
        {cautions.slice(0, mostCautions).map((words) => (
          <li key={words}>{words}</li>
        ))}
        {cautions.length > mostCautions && (
          <li>And {formatCount(cautions.length - mostCautions)} more like these.</li>
        )}
      </ul>
    </Notice>
  );
}

/** Stands below the part of a very long letter that is shown. */
export function BeginningNotice({ length, onShow }: { length: number; onShow: () => void }) {
  return (
    <Notice
      title="This is only the beginning"
      actions={<Button onClick={onShow}>Show all of it</Button>}
    >
      <p>The whole is {formatBytes(length)} long and may take a moment to appear.</p>
    </Notice>
  );
}

const keys = ['Shift+c'];

export type Allowance = 'once' | 'sender' | 'host';

export function ImagesNotice({
  images,
  trackers,
  sender,
  hasKeys,
  onShow,
}: {
  images: number;
  trackers: number;
  /** Whose images may be shown for as long as the page is open; nobody's, where it is not certain who that is. */
  sender: string | undefined;
  hasKeys: boolean;
  onShow: (allowance: Allowance) => void;
}) {
  useCommands(
    hasKeys
      ? [
          {
            id: 'body.images',
            words: 'Show the remote images of this message once',
            group: 'This message',
            keys,
            icon: 'image-off',
            run: () => onShow('once'),
          },
        ]
      : [],
  );
  const buttons = (
    <>
      <Button
        aria-keyshortcuts={hasKeys ? ariaKeys(keys) : undefined}
        onClick={() => onShow('once')}
      >
        Show images once
      </Button>
      {sender && (
        <>
          <Button onClick={() => onShow('sender')} title={`Until you reload: ${sender}`}>
            Always for this sender
          </Button>
          <Button onClick={() => onShow('host')} title={`Until you reload: ${hostOf(sender)}`}>
            Always for {asciiHost(hostOf(sender))}
          </Button>
        </>
      )}
    </>
  );
  return (
    <div ref={handOnToHeadingOrList}>
      <Notice icon="image-off" actions={buttons}>
        <p>{imagesInWords(images, trackers)}</p>
      </Notice>
    </div>
  );
}

function imagesInWords(images: number, trackers: number): string {
  const blocked = `${formatCount(images)} remote ${images === 1 ? 'image' : 'images'} blocked`;
  return trackers > 0 ? `${blocked}, ${formatCount(trackers)} tracker-sized.` : `${blocked}.`;
}
