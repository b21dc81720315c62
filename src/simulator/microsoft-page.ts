/**
 * Shows the tenant's pages inside the product, where no server can: asks the function for a page, puts its HTML into a
 * frame, and carries what the person does there back to the function as requests, following redirects as a browser would.
 *
 * The frame's document is a file with a policy of its own (no scripts, no form may be sent, nothing is loaded), and the
 * HTML is parsed by the frame's own parser: the product's policy (Trusted Types) does not reach into that realm. The
 * frame is not sandboxed, as WebKit then also silences the listeners set from out here (WebKit bug 218086); that no
 * script of the page runs is the policy's doing.
 */
import { createIndexedDbStore } from './indexed-db-store.ts';
import { sessionHeader } from './session-header.ts';
import type { TenantHosts } from './tenant-context.ts';
import './microsoft-page.css';

interface Tenant {
  fetch(request: Request): Promise<Response>;
}

/**
 * @param url the document's own address, below `hosts.signInPages`
 * @returns when the first page is shown, or the browser is on its way back to the application
 */
export async function showMicrosoftPage(
  document: Document,
  url: string,
  tenant: Tenant,
  hosts: TenantHosts,
): Promise<void> {
  const browser = createBrowser(tenant, hosts);
  let frame: HTMLIFrameElement | undefined;
  const show = async (request: Request): Promise<void> => {
    const outcome = await browser.visit(request);
    if (outcome.kind === 'leave') {
      document.defaultView?.location.replace(outcome.url);
      return;
    }
    // Not sooner: an answer to `prompt=none` shows nothing.
    frame ??= await openFrame(document, hosts.signInPages);
    const shown = frame;
    const go = (next: Request) =>
      void show(next).catch((error: unknown) => apologise(shown, error));
    fill(shown, outcome.html, go, outcome.url);
  };
  await show(new Request(hosts.login + url.slice(hosts.signInPages.length).split('#')[0]));
}

type Outcome =
  | { readonly kind: 'page'; readonly html: string; readonly url: string }
  | { readonly kind: 'leave'; readonly url: string };

/** What a browser does round a request: it keeps the session and follows redirects within the site. */
function createBrowser(tenant: Tenant, hosts: TenantHosts) {
  const store = createIndexedDbStore();
  return {
    async visit(request: Request): Promise<Outcome> {
      // Not left to the tenant: two tabs that come for the first time at once are still one browser.
      const session = await store.update<string>(
        'browser session',
        (kept) => kept ?? crypto.randomUUID(),
      );
      if (session) request.headers.set(sessionHeader, session);
      const response = await tenant.fetch(request);
      const location = response.headers.get('location');
      if (location === null) return { kind: 'page', html: await response.text(), url: request.url };
      const next = new URL(location, request.url).href;
      return next.startsWith(`${hosts.login}/`)
        ? this.visit(new Request(next))
        : { kind: 'leave', url: next };
    },
  };
}

async function openFrame(document: Document, signInPages: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.className = 'microsoft-page';
  frame.title = 'Simulated Microsoft sign-in';
  // The file lies beside the product's own page, of which `signInPages` is one folder below.
  frame.src = new URL('simulated-page.html', signInPages).href;
  const loaded = new Promise<void>((resolve, reject) => {
    frame.addEventListener('load', () => resolve(), { once: true });
    frame.addEventListener('error', () => reject(new Error('The simulated page did not load.')));
  });
  document.body.replaceChildren(frame);
  await loaded;
  return frame;
}

function fill(
  frame: HTMLIFrameElement,
  html: string,
  go: (request: Request) => void,
  url: string,
): void {
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!view) return;
  const parsed = new view.DOMParser().parseFromString(html, 'text/html');
  const page = view.document;
  page.documentElement.lang = parsed.documentElement.lang;
  page.head.replaceChildren(
    ...page.head.querySelectorAll('meta[http-equiv]'),
    ...[...parsed.head.childNodes].map((node) => page.importNode(node, true)),
  );
  page.body.replaceChildren(
    ...[...parsed.body.childNodes].map((node) => page.importNode(node, true)),
  );
  frame.ownerDocument.title = parsed.title;
  frame.title = parsed.title;
  frame.focus();
  // A document that was filled, not loaded, does not follow `autofocus` by itself.
  const first = page.querySelector<HTMLElement>('[autofocus]') ?? page.querySelector('h1');
  first?.focus();
  // Replaces the listener of the page before: one page, one answer.
  page.onsubmit = (event) => {
    event.preventDefault();
    page.onsubmit = (again) => again.preventDefault();
    go(requestOf(event, url));
  };
}

/** A tenant that cannot answer (its memory was closed by the browser, most likely) must not look like a slow one. */
function apologise(frame: HTMLIFrameElement, error: unknown): void {
  const page = frame.contentDocument;
  if (!page) return;
  const text = page.createElement('p');
  text.role = 'alert';
  text.textContent = `The simulated tenant could not answer (${String(error)}). Reload to start again.`;
  page.querySelector('main')?.replaceChildren(text);
}

function requestOf(event: SubmitEvent, url: string): Request {
  const form = event.target as HTMLFormElement;
  // Attributes, not properties: a control named `action` or `method` would hide them.
  const action = new URL(form.getAttribute('action') ?? '', url).href;
  // What a browser would send: an unticked box says nothing, the button that was pressed does.
  const fields = new FormData(form, event.submitter);
  const body = new URLSearchParams();
  for (const [name, value] of fields) if (typeof value === 'string') body.append(name, value);
  return new Request(action, { method: 'POST', body });
}
