/**
 * Files by addresses that are their own proof (`@microsoft.graph.downloadUrl`): no token goes along, so the vault has no
 * part in it. Whoever starts the product says how it is done.
 */

export interface Downloads {
  /** The whole file, to be looked at. @throws {NetworkError} */
  read(url: string, signal: AbortSignal | undefined): Promise<Blob>;
  /** Hands the file to the browser's own downloads, as one of this name. @throws {NetworkError} */
  save(url: string, name: string): Promise<void>;
}

let load: (() => Promise<Downloads>) | undefined;

/** Set once, when the document starts; `loading` is called when the first file is wanted. */
export function installDownloads(loading: () => Promise<Downloads>): void {
  load = loading;
}

export async function downloads(): Promise<Downloads> {
  if (!load) throw new Error('installDownloads() has not been called');
  return load();
}
