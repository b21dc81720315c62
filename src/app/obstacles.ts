/** Why the product does not start, and what would let it: fetched only when it does not. */
import type { Obstacle } from './front-door.ts';
import { showOnly } from './show-only.ts';

const inWords: Readonly<Record<Obstacle, readonly [title: string, words: string]>> = {
  top: [
    'Not inside another page',
    'Whoever frames Grantscope could trick you into clicking, so it does not start here. Open it in a tab of its own.',
  ],
  isSecureContext: [
    'Not without a secure origin',
    'Grantscope needs https, or localhost: without it the browser offers no cryptography for the sign-in.',
  ],
  crypto: [
    'Not without cryptography',
    'This browser offers none (WebCrypto), and without it there is no safe sign-in. Grantscope starts in a current browser where no extension or policy takes it away.',
  ],
};

export function sayWhy(obstacle: Obstacle): void {
  showOnly(...inWords[obstacle]);
}
