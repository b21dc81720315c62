import { choice } from '#shell/preference.ts';

/** Whether letters and signs are commands. Somebody who speaks to the computer, or rests a hand on it, wants them off. */
export const singleKeys = choice<'on' | 'off'>('single-keys', 'on', ['on', 'off']);
