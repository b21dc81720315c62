/** Notes what should never happen while a person uses the product. */
import type { BrowserContext, ConsoleMessage } from '@playwright/test';

export interface Watch {
  complaints(): readonly string[];
  /** A refusal that this test provokes, so that the browser's own line about it is no complaint. */
  expectRefusal(url: RegExp): void;
  /** Complaints that this test provokes on purpose, before or after. */
  forgive(complaint: RegExp): void;
  /** A host outside the product's own that this test lets the page reach. */
  allowHost(host: RegExp): void;
}

/**
 * The browser writes a line for every refused request, though a refusal is how Graph says that there is no picture, and
 * how Entra says that a permission has yet to be asked for.
 */
const ordinaryRefusals = [
  /\/v1\.0\/me\/photos?\//,
  /^https:\/\/login\.microsoftonline\.com\/[^/]+\/oauth2\/v2\.0\/token/,
];

/** A browser that has windows fetches their icon when it likes, also without a connection. */
const iconWithoutConnection = /ERR_INTERNET_DISCONNECTED \(\S*\/favicon\.svg\)/;

/** A mail's own policy blocks what the mail wants to load: that line says that it works. */
function isBlockedMailContent(message: ConsoleMessage): boolean {
  return (
    /\/mail-frame(-remote)?\.html/.test(message.location().url) &&
    /violates the following Content Security Policy directive: "(img|font|style|media|default)-src/.test(
      message.text(),
    )
  );
}

export function watch(context: BrowserContext, ownHosts: readonly string[]): Watch {
  const seen: string[] = [];
  const forgiven: RegExp[] = [iconWithoutConnection];
  const refusals: RegExp[] = [...ordinaryRefusals];
  const guests: RegExp[] = [];

  // The browser reports a violation of the policy here too. No script of ours is put into the pages to listen for them:
  // in a letter's frame it would itself be a script that is refused.
  context.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (isBlockedMailContent(message)) return;
    const { url } = message.location();
    if (
      message.text().startsWith('Failed to load resource') &&
      refusals.some((known) => known.test(url))
    )
      return;
    seen.push(`console: ${message.text()} (${url})`);
  });
  context.on('weberror', (error) =>
    seen.push(`page: ${error.error().stack ?? String(error.error())}`),
  );
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (['data:', 'blob:', 'about:'].includes(url.protocol)) return;
    if (ownHosts.includes(url.host) || guests.some((guest) => guest.test(url.host))) return;
    seen.push(`foreign host: ${request.method()} ${url.href}`);
  });

  return {
    complaints: () => seen.filter((text) => !forgiven.some((known) => known.test(text))),
    expectRefusal: (url) => void refusals.push(url),
    forgive: (complaint) => void forgiven.push(complaint),
    allowHost: (host) => void guests.push(host),
  };
}
