/** Pieces of a long text that a browser can lay out one by one as they come into sight. */
export function textChunks(text: string, size = 12_000): string[] {
  const chunks: string[] = [];
  let from = 0;
  while (from < text.length) {
    // Not in all that came before: a text without lines would be gone through once for each of its pieces.
    const line = text.slice(from, from + size + 1).lastIndexOf('\n');
    const end = text.length - from <= size ? text.length : from + (line > 0 ? line + 1 : size);
    chunks.push(text.slice(from, end));
    from = end;
  }
  return chunks;
}
