/** A photo as a vCard carries it. */
export interface CardPhoto {
  /** `image/jpeg` */
  readonly type: string;
  readonly base64: string;
}

/** So many bytes become characters at once: a call with an argument for each has its limit. */
const chunk = 8192;

export async function cardPhoto(photo: Blob | null | undefined): Promise<CardPhoto | undefined> {
  if (!photo || photo.size === 0) return undefined;
  const bytes = new Uint8Array(await photo.arrayBuffer());
  let characters = '';
  for (let at = 0; at < bytes.length; at += chunk) {
    characters += String.fromCharCode(...bytes.subarray(at, at + chunk));
  }
  return { type: photo.type, base64: btoa(characters) };
}
