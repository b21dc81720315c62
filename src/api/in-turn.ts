/** Exchange answers one app and one mailbox four requests at a time and refuses the fifth: here they wait for their turn. */

const atOnce = 4;

/** Paths of Graph that are a mailbox's (Graph throttling limits, Outlook service). */
const ofMailbox = /\/v1\.0\/(\$batch|me\/(messages|mailFolders|contact|calendar|events|mailboxS))/;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * In the order of asking, so that what is asked for first is answered first. One that is called off gives its turn back
 * like one that was answered.
 */
export async function inTurn<T>(url: string, send: () => Promise<T>): Promise<T> {
  if (!ofMailbox.test(url)) return send();
  if (running >= atOnce) await new Promise<void>((turn) => waiting.push(turn));
  else running += 1;
  try {
    return await send();
  } finally {
    const next = waiting.shift();
    // The turn goes from hand to hand.
    if (next) next();
    else running -= 1;
  }
}
