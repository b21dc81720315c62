import { choice } from '#shell/preference.ts';
import { views } from './period.ts';

/** What an address without a view shows: the one that was chosen last. */
export const usualView = choice('calendar-view', 'week', views);
