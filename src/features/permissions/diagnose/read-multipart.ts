/** A form sent as `multipart/form-data`, also where a document lost its line breaks; the boundary may be any. */
export function readMultipart(text: string): string | undefined {
  const part =
    /Content-Disposition:\s*form-data;\s*name="([^"]+)"\s*([\s\S]*?)(?=\s*-{4,}|\s*--\w|$)/gi;
  const found = [...text.matchAll(part)].map(
    ([, name = '', value = '']) =>
      `${encodeURIComponent(name)}=${encodeURIComponent(value.replace(/^Content-Type:.*$/im, '').trim())}`,
  );
  return found.length > 0 ? `multipart:${found.join('&')}` : undefined;
}
