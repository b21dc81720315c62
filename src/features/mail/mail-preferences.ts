/** How a person likes to have their mail; kept in this browser. */
import { choice, preference } from '#shell/preference.ts';

export const densities = ['compact', 'cosy', 'comfortable'] as const;

export type Density = (typeof densities)[number];

export const density = choice<Density>('mail-density', 'comfortable', densities);

/** Whether a conversation is one row of the list. */
export const conversations = choice<'on' | 'off'>('mail-conversations', 'on', ['on', 'off']);

/** Pixels of a row. */
export const rowHeights: Record<Density, number> = { compact: 32, cosy: 52, comfortable: 72 };

/** Pixels, as text; empty for the usual width. */
const isWidth = (text: string): text is string => /^\d{2,4}$/.test(text);

export const foldersWidth = preference('mail-folders-width', '', isWidth);
export const listWidth = preference('mail-list-width', '', isWidth);
