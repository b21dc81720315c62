/** The sanitiser is as large as a whole screen, and letters of plain text do without it. */
export const loadSanitiser = () => import('./sanitise-html.ts');
