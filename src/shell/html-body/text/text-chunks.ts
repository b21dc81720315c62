/** Pieces of a long text that a browser can lay out one by one as they come into sight. */
export function textChunks(text: string, size = 12_000): string[] {
  const chunks: string[] = [];
  let from = 0;
  while (from < text.length) {
    const line = text.length - from > size ? text.lastIndexOf('\n', from + size) : -1;
    const end = text.length - from <= size ? text.length : line > from ? line + 1 : from + size;
    chunks.push(text.slice(from, end));
    from = end;
  }
  return chunks;
}
