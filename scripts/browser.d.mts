export interface Browser {
  path: string;
  origin: string;
}
export function findBrowser(): Browser | undefined;
export function ensureBrowser(): Browser;
