/** The 401 of Graph for a token that it does not take: by its words a developer finds out which of all the reasons it was. */
import type { TenantContext, TokenRefusal } from '#simulator/tenant-context.ts';
import { GraphRefusal } from './graph-answer.ts';

const words = {
  missing: 'Access token is empty.',
  expired: 'Lifetime validation failed, the token is expired.',
  invalid: 'Access token validation failure. Invalid audience.',
  unproven: 'Signature is invalid.',
  revoked:
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
} as const;

/** With the challenge that older clients look for. */
export function refusedToken(
  { hosts }: TenantContext,
  request: Request,
  facts: TokenRefusal,
): GraphRefusal {
  // What lacks an authentication context was not called back, and is told so in other words.
  const isStepUp = facts.refusal === 'revoked' && facts.claims.includes('"acrs"');
  const text = isStepUp
    ? 'The presented access tokens had insufficient claims. Please request for claims requested in the WWW-Authentication header and try again.'
    : (facts.refusal === 'unproven' && malformedInWords(request)) || words[facts.refusal];
  const why = isStepUp ? '' : `, error_description="${text}"`;
  const challenge = `Bearer realm="", authorization_uri="${hosts.login}/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`;
  return new GraphRefusal(401, 'InvalidAuthenticationToken', text, {
    'www-authenticate':
      facts.refusal === 'revoked'
        ? `${challenge}${why}, error="insufficient_claims", claims="${btoa(facts.claims)}"${isStepUp ? ', cc_type="authcontext"' : ''}`
        : challenge,
  });
}

/** Of what is no JWT at all there is no signature to speak of. */
function malformedInWords(request: Request): string | undefined {
  const parts = (request.headers.get('authorization') ?? '').split(' ')[1]?.split('.') ?? [];
  if (parts.length === 1) return 'IDX14100: JWT is not well formed, there are no dots (.).';
  const isWellFormed = parts.length === 3 && parts.slice(0, 2).every(isJson);
  return isWellFormed ? undefined : 'CompactToken parsing failed with error code: 80049217';
}

function isJson(part: string): boolean {
  try {
    JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/')));
    return true;
  } catch {
    return false;
  }
}
