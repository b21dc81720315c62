/**
 * What Vite calls before each `import()` of the built product: the styles of a chunk have to be there before its code,
 * and its scripts may as well be on their way. Stands in for Vite's own helper (see vite.config.ts), which carries
 * five times the code, for browsers and events that do not occur here, in front of every callback.
 */
const asked = new Map<string, Promise<void>>();

/** @param files paths below the base, as Vite lists them */
export function __vitePreload<T>(
  load: () => Promise<T>,
  files: readonly string[] = [],
): Promise<T> {
  return Promise.all(files.map(fetchOnce)).then(load);
}

function fetchOnce(file: string): Promise<void> {
  const known = asked.get(file);
  if (known) return known;
  const done = fetchFile(import.meta.env.BASE_URL + file, () => asked.delete(file));
  asked.set(file, done);
  return done;
}

function fetchFile(href: string, forget: () => void): Promise<void> {
  const { href: full } = new URL(href, location.origin);
  if (Array.from(document.querySelectorAll('link')).some((link) => link.href === full)) {
    return Promise.resolve();
  }
  const link = document.createElement('link');
  const isStyle = href.endsWith('.css');
  link.rel = isStyle ? 'stylesheet' : 'modulepreload';
  link.crossOrigin = '';
  link.href = href;
  document.head.append(link);
  // Without its styles a screen is not there: shown plain it would stay so, for nobody would ask for them again.
  return isStyle
    ? new Promise((resolve, reject) => {
        link.addEventListener('load', () => resolve());
        link.addEventListener('error', () => {
          link.remove();
          forget();
          // Named as the browser names a script that does not come: it is the same to whoever waits for it.
          reject(new TypeError(`dynamically imported module: ${href}`));
        });
      })
    : Promise.resolve();
}
