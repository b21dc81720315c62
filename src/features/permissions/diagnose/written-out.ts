import { textOfBase64 } from '#lib/base64-text.ts';

/** The `content` of an answer in a HAR file; base64 holds no brace. */
const encoded = /\{[^{}]*"encoding"\s*:\s*"base64"[^{}]*\}/g;

/**
 * Writes an answer out that a HAR file has in base64: neither a mask nor a reader sees anything in it before. What is no
 * text stays as it is.
 */
export function writtenOut(text: string): string {
  return text.replaceAll(encoded, (object) => {
    try {
      const { encoding: _, ...content } = JSON.parse(object) as Record<string, unknown>;
      const plain = textOfBase64(String(content['text']));
      return plain === undefined ? object : JSON.stringify({ ...content, text: plain });
    } catch {
      return object;
    }
  });
}
