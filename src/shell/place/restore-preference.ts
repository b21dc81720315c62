import { choice } from '#shell/preference.ts';

/** Whether a reload goes to Microsoft's page and back by itself, as far as the deployment allows it at all. */
export const restorePreference = choice('restore', 'by-itself', ['by-itself', 'when-asked']);
