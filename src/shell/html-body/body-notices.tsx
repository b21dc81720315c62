import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import type { BodyReport } from '#shell/html-body/clean/sanitise-html.ts';

/** What a person should know of what a stranger wrote before trusting what it shows. */
export function BodyNotices({
  report: { remoteImages, trackers, misleading },
  areImagesShown,
  onShowImages,
}: {
  report: BodyReport;
  areImagesShown: boolean;
  onShowImages: () => void;
}) {
  return (
    <>
      {misleading.length > 0 && (
        <Notice tone="warn" title={linksInWords(misleading.length)}>
          <ul>
            {misleading.map(({ shown, opens }) => (
              <li key={`${shown} ${opens}`}>
                It says <b>{shown}</b> and opens <b>{opens}</b>.
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {remoteImages > 0 && !areImagesShown && (
        <Notice icon="image-off" actions={<Button onClick={onShowImages}>Show images</Button>}>
          <p>{imagesInWords(remoteImages, trackers)}</p>
        </Notice>
      )}
    </>
  );
}

function linksInWords(count: number): string {
  return count === 1
    ? 'A link names another site than it opens'
    : `${count} links name other sites than they open`;
}

function imagesInWords(images: number, trackers: number): string {
  const blocked = `${images} remote ${images === 1 ? 'image' : 'images'} blocked`;
  return trackers > 0 ? `${blocked}, ${trackers} tracker-sized.` : `${blocked}.`;
}
