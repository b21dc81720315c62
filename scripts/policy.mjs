// What the shipped documents may do and which headers go with them: one source for the built index.html, the header
// files of static hosts, the server of `npm start` and the tests.

/** Every host of the real clouds with a name that is known: sign-in, Graph and the services with tokens of their own. */
export const cloudHosts = [
  'https://login.microsoftonline.com',
  'https://login.microsoftonline.us',
  'https://login.partner.microsoftonline.cn',
  'https://graph.microsoft.com',
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn',
  'https://api.office.com',
  'https://outlook.office365.com',
  'https://manage.office.com',
  'https://manage.office365.us',
  'https://manage.protection.apps.mil',
];

/**
 * SharePoint's hosts carry the tenant's name, which no file can know. Anybody can have a tenant, so these are open to the
 * worker alone, where no script but ours can ask for anything.
 */
export const sharePointHosts = [
  'https://*.sharepoint.com',
  'https://*.sharepoint.us',
  'https://*.sharepoint-mil.us',
  'https://*.sharepoint.cn',
];

const directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'blob:', 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'", ...cloudHosts],
  'worker-src': ["'self'"],
  'frame-src': ["'self'"],
  'manifest-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['vault-worker', 'pdf-worker', 'download-worker'],
};

/**
 * @param {'header' | 'meta' | 'worker'} place browsers ignore `frame-ancestors` in a `<meta>` element, and say so in the
 *   console
 */
export function contentSecurityPolicy(place) {
  const all = {
    ...directives,
    ...(place === 'meta' ? {} : { 'frame-ancestors': ["'none'"] }),
    ...(place === 'worker'
      ? { 'connect-src': [...directives['connect-src'], ...sharePointHosts] }
      : {}),
  };
  return Object.entries(all)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join('; ');
}

/** On every answer. */
export const commonHeaders = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), ' +
    'microphone=(), midi=(), payment=(), usb=()',
};

/** The app itself, at any of its paths. */
export const appHeaders = {
  'Content-Security-Policy': contentSecurityPolicy('header'),
  'Cache-Control': 'no-store',
};

/**
 * Documents that the app shows in a frame. Each carries its own, stricter policy in the file; the app's policy must not
 * be sent with them, because a browser enforces both.
 */
export const frames = ['mail-frame.html', 'mail-frame-remote.html', 'simulated-page.html'];

export const frameHeaders = {
  'Content-Security-Policy': "frame-ancestors 'self'",
  // For a day without asking: a letter that was read has to open without a connection.
  'Cache-Control': 'max-age=86400',
};

/**
 * Files whose name holds a hash of their content. The worker that holds the tokens is one of them, and a worker lives
 * under the policy it was served with, not under that of its page.
 */
export const assetHeaders = {
  'Content-Security-Policy': contentSecurityPolicy('worker'),
  'Cache-Control': 'public, max-age=31536000, immutable',
};

/** Anything else: config.json. */
export const fileHeaders = { 'Cache-Control': 'no-cache' };

/**
 * Where the app's document is served; a host that combines all rules matching a path (Cloudflare Pages, Netlify) must
 * not be given one rule for everything, or the frames would get the app's policy too.
 */
export const appPaths = [
  '/',
  '/index.html',
  '/profile',
  '/services',
  '/mail',
  '/mail/*',
  '/contacts',
  '/contacts/*',
  '/calendar',
  '/calendar/*',
  '/files',
  '/files/*',
  '/health',
  '/health/*',
  '/activity',
  '/permissions',
  '/permissions/*',
  '/tokens',
  '/tokens/*',
  '/timeline',
  '/timeline/*',
  '/requests',
  '/requests/*',
  '/apis',
  '/app-only',
  '/app-only/*',
  '/simulator',
  '/setup',
  '/signed-out',
  '/auth/*',
  '/simulated/*',
];

/** @param {string} file path below the built folder, such as `index.html` or `assets/main-1a2b3c.js` */
export function headersFor(file) {
  if (file === 'index.html') return { ...commonHeaders, ...appHeaders };
  if (frames.includes(file)) return { ...commonHeaders, ...frameHeaders };
  if (file.startsWith('assets/')) return { ...commonHeaders, ...assetHeaders };
  return { ...commonHeaders, ...fileHeaders };
}

function rule(path, headers) {
  return [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join(
    '\n',
  );
}

/** The `_headers` file of Cloudflare Pages and Netlify. */
export function headersFile() {
  return `${[
    '# Written by `node scripts/headers.mjs` from scripts/policy.mjs.',
    rule('/*', commonHeaders),
    ...appPaths.map((path) => rule(path, appHeaders)),
    // Cloudflare Pages serves /name.html at /name.
    ...frames.flatMap((file) => [
      rule(`/${file}`, frameHeaders),
      rule(`/${file.replace('.html', '')}`, frameHeaders),
    ]),
    rule('/assets/*', assetHeaders),
    rule('/config.json', fileHeaders),
  ].join('\n\n')}\n`;
}

/** `staticwebapp.config.json` of Azure Static Web Apps, where a route's header replaces the global one. */
export function staticWebAppConfig() {
  return {
    globalHeaders: { ...commonHeaders, ...appHeaders },
    routes: [
      ...frames.map((file) => ({ route: `/${file}`, headers: frameHeaders })),
      { route: '/assets/*', headers: assetHeaders },
      { route: '/config.json', headers: fileHeaders },
    ],
    navigationFallback: { rewrite: '/index.html', exclude: ['/assets/*', '/*.{svg,png,ico,json}'] },
  };
}
