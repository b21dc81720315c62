/** A form sent as `multipart/form-data`, also where a document lost its line breaks; the boundary may be any. */
export function readMultipart(text: string): string | undefined {
  const part =
    /Content-Disposition:\s*form-data;\s*name="([^"]+)"\s*([\s\S]*?)(?=\s*-{4,}|\s*--\w|$)/gi;
  const found = together([...text.matchAll(part)]).map(
    ([, name = '', value = '']) =>
      `${encodeURIComponent(name)}=${encodeURIComponent(value.replace(/^Content-Type:.*$/im, '').trim())}`,
  );
  return found.length > 0 ? `multipart:${found.join('&')}` : undefined;
}

/** Up to where other words come between two parts: a document's next form begins there. */
function together(parts: readonly RegExpExecArray[]): readonly RegExpExecArray[] {
  const end = (part: RegExpExecArray) => part.index + part[0].length;
  const apart = parts.findIndex((part, at) => {
    const before = parts[at - 1];
    return before && !/^[\s\w-]*$/.test(part.input.slice(end(before), part.index));
  });
  return apart < 0 ? parts : parts.slice(0, apart);
}
