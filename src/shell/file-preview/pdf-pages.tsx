import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useCallback, useEffect, useState } from 'react';
import { Skeleton } from '#ui/skeleton.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { openPdf, type OpenPdf } from './pdf-document.ts';

/** Sharp enough on a screen with small pixels, and not larger than browsers draw. */
const scale = 1.6;
/** A file can claim any number of pages. */
const mostPages = 300;

/** The pages of a PDF, each drawn when it comes into sight. */
export function PdfPages({ file }: { file: Blob }) {
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    let open: OpenPdf | undefined;
    let isGone = false;
    openPdf(file)
      .then((opened) => {
        open = opened;
        if (isGone) opened.close();
        else setPdf(opened.document);
      })
      .catch(() => setBroken(true));
    return () => {
      isGone = true;
      open?.close();
    };
  }, [file]);
  if (isBroken) {
    return <p>This file cannot be shown: it is no PDF, it is broken, or it wants a password.</p>;
  }
  if (!pdf) return <Skeleton rows={4} height={64} />;
  return (
    <>
      {Array.from({ length: Math.min(pdf.numPages, mostPages) }, (_, at) => (
        <PdfPage key={at} pdf={pdf} number={at + 1} />
      ))}
      {pdf.numPages > mostPages && <p>Download the file to read on.</p>}
    </>
  );
}

function PdfPage({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
  const [words, setWords] = useState('');
  const draw = useCallback(
    (canvas: HTMLCanvasElement) => {
      const observer = new IntersectionObserver((entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        drawPage(pdf, number, canvas).then(setWords, () => setWords('This page is broken.'));
      });
      observer.observe(canvas);
      return () => observer.disconnect();
    },
    [pdf, number],
  );
  return (
    <div>
      {/* A page of A4, until its own size is known. */}
      <canvas ref={draw} width={952} height={1347} aria-hidden />
      <VisuallyHidden>
        Page {number} of {pdf.numPages}. {words}
      </VisuallyHidden>
    </div>
  );
}

/** @returns the words on the page, for those who do not see it */
async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
): Promise<string> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale });
  canvas.width = Math.min(viewport.width, 4000);
  canvas.height = Math.min(viewport.height, 4000);
  await page.render({ canvas, viewport }).promise;
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}
