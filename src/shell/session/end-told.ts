import { createSubject } from '#lib/observable.ts';

/** Whether the frame is saying that the session has ended, with the button that helps: then no part of a screen has to. */
export const endTold = createSubject(false);
