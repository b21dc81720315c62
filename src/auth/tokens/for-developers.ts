/** What only screens about tokens and requests ask: loaded together, and not before they do. */
export { tokenReport, tokenText } from './inspect-tokens.ts';
export { publicKeys } from './public-keys.ts';
export { sendWithOnly } from './reduced-token.ts';
