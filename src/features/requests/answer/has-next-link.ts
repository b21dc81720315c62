/** Whether an answer goes on at another address: one of its own, and none of what stands in it, as in a batch. */

/** Bytes that are read for it. */
const readWhole = 1_000_000;
const near = 4096;

export function hasNextLink(body: Uint8Array): boolean {
  const decoder = new TextDecoder();
  if (body.length > readWhole) {
    // Nobody reads fifty megabytes for it: the link stands near an end of the text.
    const ends = [body.subarray(0, near), body.subarray(-near)];
    return ends.some((part) => decoder.decode(part).includes('"@odata.nextLink"'));
  }
  try {
    const json = JSON.parse(decoder.decode(body)) as Record<string, unknown> | null;
    return typeof json?.['@odata.nextLink'] === 'string' && Array.isArray(json['value']);
  } catch {
    return false;
  }
}
