/** The sanitiser is as large as the rest of the mail screen, and letters of plain text do without it. */
export const loadSanitiser = () => import('./sanitise-mail.ts');
