import { useMemo, useState, type ReactNode } from 'react';
import type { BodyReport } from '#shell/html-body/clean/sanitise-html.ts';
import { clipped, clippedText } from '#shell/html-body/clean/clipped.ts';
import { HtmlFrame } from '#shell/html-body/frame/html-frame.tsx';
import type { InlineImage } from '#shell/html-body/frame/inline-images.ts';
import { cautionInWords } from '#shell/html-body/links/caution-in-words.ts';
import { useLinks } from '#shell/html-body/links/use-links.tsx';
import { PlainText } from '#shell/html-body/text/plain-text.tsx';
import { Button } from '#ui/button.tsx';
import { BeginningNotice, CautionNotice, ImagesNotice, type Allowance } from './body-notices.tsx';
import { allowImages, areImagesAllowed } from './remote-images.ts';
import { useDarkCard } from './dark-card.ts';
import styles from './html-body.module.css';

/** Words of a stranger, as Graph gives them: of a letter, an appointment, a post. */
export interface Body {
  readonly contentType: 'text' | 'html';
  readonly content: string;
}

const noInlineImages: InlineImage = () => Promise.resolve(undefined);
const nothingKnown: readonly string[] = [];
const noCautions: readonly string[] = [];

/**
 * Shows what a stranger wrote, safely: HTML in a frame without script that loads nothing from elsewhere until the person
 * asks, plain text as text. What is worth knowing before trusting it stands above.
 */
export function HtmlBody({
  body: { contentType, content },
  title,
  sender,
  cautions = noCautions,
  known = nothingKnown,
  inlineImage = noInlineImages,
  hasKeys = false,
  onImagesShown,
}: {
  body: Body;
  /** Names the frame for those who hear it: "Message: Quarterly plan". */
  title: string;
  /** The address that the words are certainly from; only with it can remote images be allowed for more than once. */
  sender?: string | undefined;
  /** What else makes the words doubtful, in sentences: it stands in one bar with what is found in them. */
  cautions?: readonly string[];
  /** Hosts that are what they say. Like the next one, not a new value at every render: the frame would be filled anew. */
  known?: readonly string[];
  /** Finds the images that came with the words, by their content id. */
  inlineImage?: InlineImage;
  /** These are the words that the keys of the screen are about. */
  hasKeys?: boolean;
  onImagesShown?: () => void;
}) {
  const links = useLinks(known);
  const [isAllowed, setAllowed] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const [report, setReport] = useState<BodyReport>();
  const isHtml = contentType !== 'text';
  const shown = useMemo(
    () => (isWhole ? content : isHtml ? clipped(content) : clippedText(content)),
    [isHtml, isWhole, content],
  );
  const rest = shown.length < content.length && (
    <BeginningNotice length={content.length} onShow={() => setWhole(true)} />
  );
  if (contentType === 'text') {
    return (
      <>
        <CautionNotice cautions={cautions} />
        <PlainText text={shown} links={links} />
        {rest}
      </>
    );
  }
  const images = isAllowed || areImagesAllowed(sender);
  const allow = (allowance: Allowance) => {
    if (sender && allowance !== 'once') allowImages(sender, allowance);
    setAllowed(true);
    onImagesShown?.();
  };
  return (
    <>
      <CautionNotice
        cautions={[...cautions, ...(report?.cautions ?? []).map((each) => cautionInWords(each))]}
      />
      {report && report.remoteImages > 0 && !images && (
        <ImagesNotice
          images={report.remoteImages}
          trackers={report.trackers}
          sender={sender}
          hasKeys={hasKeys}
          onShow={allow}
        />
      )}
      {report?.isBlank && !rest && (
        <p className={styles.blank}>There is nothing in it that could be shown here.</p>
      )}
      <Card report={report}>
        {(look) => (
          <HtmlFrame
            key={shown.length}
            html={shown}
            images={images}
            known={known}
            inlineImage={inlineImage}
            title={title}
            links={links}
            onReport={setReport}
            {...look}
          />
        )}
      </Card>
      {rest}
      {links.shown}
    </>
  );
}

interface Look {
  readonly isDark: boolean;
  readonly isFitted: boolean;
  readonly onZoom: (zoom: number) => void;
}

/** The card that the letter lies on, and what a person may change about how it looks. */
function Card({
  report,
  children,
}: {
  report: BodyReport | undefined;
  children: (look: Look) => ReactNode;
}) {
  const [zoom, setZoom] = useState(1);
  const [isFitted, setFitted] = useState(true);
  const { isDark, mayDarken, toggle } = useDarkCard(report?.darkening);
  return (
    <div aria-busy={report ? undefined : true} hidden={report?.isBlank}>
      {(mayDarken || zoom !== 1 || !isFitted) && (
        <div className={styles.looks}>
          {(zoom !== 1 || !isFitted) && (
            <Button kind="quiet" onClick={() => setFitted(!isFitted)}>
              {isFitted ? `Full size (now ${Math.round(zoom * 100)} %)` : 'Fit to width'}
            </Button>
          )}
          {mayDarken && (
            <Button kind="quiet" icon={isDark ? 'theme-light' : 'theme-dark'} onClick={toggle}>
              {isDark ? 'White paper' : 'Darken'}
            </Button>
          )}
        </div>
      )}
      {children({ isDark, isFitted, onZoom: setZoom })}
    </div>
  );
}
