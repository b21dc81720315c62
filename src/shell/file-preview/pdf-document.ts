/**
 * Reads a PDF of a stranger's: in a worker, into pixels and words. Nothing in it runs, is followed or is loaded, and it
 * never becomes a document of its own.
 */
import { getDocument, PDFWorker, type PDFDocumentProxy } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- Vite gives the address of the built worker
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?worker&url';
import { ownWorker } from '#ui/own-worker.ts';

const startWorker = ownWorker('pdf', workerUrl);

export interface OpenPdf {
  readonly document: PDFDocumentProxy;
  close(): void;
}

/** @throws {Error} when it is no PDF, is broken, or wants a password */
export async function openPdf(file: Blob): Promise<OpenPdf> {
  const data = new Uint8Array(await file.arrayBuffer());
  const line = startWorker();
  // A worker of its own for each: closing ends it, however busy a file keeps it.
  const worker = PDFWorker.create({ port: line });
  try {
    const task = getDocument({
      ...{ data, worker },
      ...{ isEvalSupported: false, enableXfa: false, useWasm: false, verbosity: 0 },
    });
    return { document: await task.promise, close: () => line.terminate() };
  } catch (error) {
    line.terminate();
    throw error;
  }
}
