/**
 * Who is calling the token endpoint: a browser at a single-page application's address, or an application with a
 * credential. The platform that the redirect URI was registered as decides which of them it must be.
 */
import type { EntraContext } from '#simulator/entra/directory.ts';
import { EntraRefusal } from '#simulator/entra/errors.ts';
import { readBytes } from '#simulator/entra/keys.ts';
import type { Platform, Registration } from '#simulator/entra/registrations.ts';

/** Inside a page the platform hides `Origin` from the code that makes a Request; there it can only be the page's own. */
export function originOf(request: Request): string | undefined {
  return request.headers.get('origin') ?? globalThis.location?.origin;
}

/** @throws {EntraRefusal} 700025, 9002327 or 9002326, 7000218 and what `checkCredential` throws */
export async function checkCaller(
  context: EntraContext,
  client: Registration,
  platform: Platform,
  form: URLSearchParams,
  request: Request,
): Promise<void> {
  const hasCredential =
    form.has('client_secret') || form.has('client_assertion') || Boolean(basicSecret(request));
  if (platform !== 'web') {
    if (hasCredential)
      throw new EntraRefusal(
        700025,
        `Client is public so neither 'client_assertion' nor 'client_secret' should be presented.`,
      );
    if (platform === 'spa' && !originOf(request))
      throw new EntraRefusal(
        9002327,
        `Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.`,
      );
  }
  const origin = request.headers.get('origin');
  if (platform !== 'spa' && origin) throw crossOrigin(origin);
  if (platform === 'web') await checkCredential(context, client, form, request);
}

export function crossOrigin(origin: string): EntraRefusal {
  return new EntraRefusal(
    9002326,
    `Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type. Request origin: '${origin}'.`,
  );
}

/** @throws {EntraRefusal} 7000218 without one, 7000215 for a wrong secret, and for an assertion what it lacks */
export async function checkCredential(
  context: EntraContext,
  client: Registration,
  form: URLSearchParams,
  request: Request,
): Promise<void> {
  const assertion = form.get('client_assertion');
  if (assertion) {
    // Certificates are for servers, and few of those come by.
    const { checkAssertion } = await import('./assertion.ts');
    return checkAssertion(context, client, form, assertion, request);
  }
  const secret = form.get('client_secret') ?? basicSecret(request);
  if (!secret)
    throw new EntraRefusal(
      7000218,
      `The request body must contain the following parameter: 'client_assertion' or 'client_secret'.`,
    );
  if (secret !== client.secret)
    throw new EntraRefusal(
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${client.clientId}'.`,
    );
}

/** Whoever sends a secret in the header (`client_secret_basic`) names the application there, and need not again. */
export function basicClient(request: Request): string | null {
  return basic(request)?.[0] ?? null;
}

function basicSecret(request: Request): string | undefined {
  return basic(request)?.[1];
}

function basic(request: Request): [client: string, secret: string] | undefined {
  const [scheme, value] = (request.headers.get('authorization') ?? '').split(' ');
  const bytes = scheme?.toLowerCase() === 'basic' && value ? readBytes(value) : undefined;
  if (!bytes) return undefined;
  const [client = '', ...secret] = new TextDecoder().decode(bytes).split(':');
  return [formDecoded(client), formDecoded(secret.join(':'))];
}

/** Both are written as a form writes them (RFC 6749 section 2.3.1); what is not is taken as it stands. */
function formDecoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
