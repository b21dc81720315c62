/**
 * The header that carries a browser's session to the tenant's pages and back. Not a cookie: a page may neither set
 * `Cookie` on a Request nor read `Set-Cookie` of a Response. A server in front of the tenant translates.
 * A browser that was given several before it could show one sends them all, the one that it goes on with first.
 */
export const sessionHeader = 'x-simulated-session';
