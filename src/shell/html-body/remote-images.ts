/** Whose remote images are shown without asking, until the page is left. Kept nowhere. */

/** Addresses, and hosts with an @ before them. */
const allowed = new Set<string>();

/** @param sender an address, so far as it is certain that the words are from there */
export function areImagesAllowed(sender: string | undefined): boolean {
  if (!sender) return false;
  return allowed.has(sender.toLowerCase()) || allowed.has(`@${hostOf(sender)}`);
}

export function allowImages(sender: string, whom: 'sender' | 'host'): void {
  allowed.add(whom === 'sender' ? sender.toLowerCase() : `@${hostOf(sender)}`);
}

export function hostOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
