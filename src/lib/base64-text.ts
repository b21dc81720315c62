/**
 * What base64 stands for, where that is text: archives of requests (HAR) may write an answer so.
 * @returns `undefined` for a picture, or for what is no base64
 */
export function textOfBase64(base64: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
