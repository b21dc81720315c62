import { useState } from 'react';
import { BodyNotices } from './body-notices.tsx';
import type { BodyReport } from '#shell/html-body/clean/sanitise-html.ts';
import { HtmlFrame } from '#shell/html-body/frame/html-frame.tsx';
import type { InlineImage } from '#shell/html-body/frame/inline-images.ts';
import { PlainText } from '#shell/html-body/text/plain-text.tsx';

/** Words of a stranger, as Graph gives them: of a letter, an appointment, a post. */
export interface Body {
  readonly contentType: 'text' | 'html';
  readonly content: string;
}

const noInlineImages: InlineImage = () => Promise.resolve(undefined);

/**
 * Shows what a stranger wrote, safely: HTML in a frame without script that loads nothing from elsewhere until the person
 * asks, plain text as text. What is worth knowing before trusting it stands above.
 */
export function HtmlBody({
  body: { contentType, content },
  title,
  inlineImage = noInlineImages,
  onLeave,
}: {
  body: Body;
  /** Names the frame for those who hear it: "Message: Quarterly plan". */
  title: string;
  /** Finds the images that came with the words, by their content id. Not a new function at every render: it fills anew. */
  inlineImage?: InlineImage;
  /** The person pressed Escape inside the frame, whose keys are heard nowhere else. */
  onLeave?: () => void;
}) {
  const [images, setImages] = useState(false);
  const [report, setReport] = useState<BodyReport>();
  if (contentType === 'text') return <PlainText text={content} />;
  return (
    <>
      {report && (
        <BodyNotices report={report} areImagesShown={images} onShowImages={() => setImages(true)} />
      )}
      <HtmlFrame
        html={content}
        title={title}
        images={images}
        inlineImage={inlineImage}
        onReport={setReport}
        onLeave={onLeave}
      />
    </>
  );
}
