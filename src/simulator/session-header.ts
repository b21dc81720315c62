/**
 * The header that carries a browser's session to the tenant's pages and back. Not a cookie: a page may neither set
 * `Cookie` on a Request nor read `Set-Cookie` of a Response. A server in front of the tenant translates.
 */
export const sessionHeader = 'x-simulated-session';
