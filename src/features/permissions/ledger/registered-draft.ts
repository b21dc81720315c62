import { createSubject } from '#lib/observable.ts';

/** What was pasted of the registration: here while the document lasts; over a reload the field keeps it by its name. */
export const registeredDraft = createSubject('');
