/**
 * The refusals of the simulated Entra: which AADSTS number goes with which OAuth error, and how one is worded. Texts are
 * Microsoft's, without the advice that follows in some.
 */

export interface Kind {
  readonly error: string;
  readonly suberror?: string;
  readonly status?: number;
  /** Where a person is looking, this is told on a page of Entra's own; the application would only loop. */
  readonly page?: boolean;
}

/** Numbers as in Microsoft's error code reference; OAuth errors as recorded from Entra where a recording exists. */
const kinds = {
  16000: { error: 'interaction_required' },
  28002: { error: 'invalid_scope' },
  28003: { error: 'invalid_request' },
  50000: { error: 'server_error' },
  50001: { error: 'invalid_resource' },
  50011: { error: 'invalid_request', page: true },
  50013: { error: 'invalid_grant' },
  50020: { error: 'interaction_required', page: true },
  50027: { error: 'invalid_client', status: 401 },
  50033: { error: 'temporarily_unavailable' },
  50034: { error: 'invalid_grant', suberror: 'bad_token' },
  50049: { error: 'invalid_instance' },
  50055: { error: 'invalid_grant', suberror: 'user_password_expired' },
  50057: { error: 'invalid_grant', page: true },
  50058: { error: 'login_required' },
  50059: { error: 'invalid_request' },
  50072: { error: 'invalid_grant', suberror: 'basic_action' },
  50074: { error: 'invalid_grant', suberror: 'basic_action' },
  50076: { error: 'invalid_grant', suberror: 'basic_action' },
  50078: { error: 'invalid_grant', suberror: 'basic_action' },
  50079: { error: 'invalid_grant', suberror: 'basic_action' },
  50089: { error: 'invalid_grant', page: true },
  50105: { error: 'invalid_grant', page: true },
  50132: { error: 'invalid_grant', suberror: 'bad_token' },
  50133: { error: 'invalid_grant', suberror: 'bad_token' },
  50147: { error: 'invalid_request' },
  50158: { error: 'interaction_required' },
  50173: { error: 'invalid_grant', suberror: 'bad_token' },
  50194: { error: 'invalid_request' },
  50196: { error: 'invalid_grant' },
  53000: { error: 'invalid_grant', suberror: 'additional_action', page: true },
  53001: { error: 'invalid_grant', suberror: 'additional_action', page: true },
  53002: { error: 'invalid_grant', suberror: 'message_only', page: true },
  53003: { error: 'invalid_grant', suberror: 'message_only', page: true },
  54005: { error: 'invalid_grant' },
  65001: { error: 'invalid_grant', suberror: 'consent_required' },
  65004: { error: 'access_denied' },
  65005: { error: 'invalid_resource' },
  70000: { error: 'invalid_grant' },
  70001: { error: 'unauthorized_client', page: true },
  70003: { error: 'unsupported_grant_type' },
  70007: { error: 'invalid_request' },
  70008: { error: 'invalid_grant' },
  70011: { error: 'invalid_scope' },
  70043: { error: 'invalid_grant', suberror: 'bad_token' },
  70044: { error: 'interaction_required' },
  90002: { error: 'invalid_request', page: true },
  90005: { error: 'invalid_request' },
  90006: { error: 'temporarily_unavailable' },
  90007: { error: 'invalid_request' },
  90014: { error: 'invalid_request' },
  90015: { error: 'invalid_request', page: true },
  90023: { error: 'invalid_request' },
  90033: { error: 'temporarily_unavailable' },
  90038: { error: 'invalid_request', page: true },
  90055: { error: 'temporarily_unavailable' },
  90093: { error: 'access_denied' },
  90094: { error: 'access_denied' },
  90095: { error: 'access_denied' },
  160021: { error: 'interaction_required' },
  165000: { error: 'invalid_request' },
  500011: { error: 'invalid_resource' },
  500113: { error: 'invalid_request', page: true },
  500131: { error: 'invalid_grant' },
  500133: { error: 'invalid_grant' },
  500112: { error: 'invalid_grant' },
  501481: { error: 'invalid_grant' },
  501491: { error: 'invalid_request' },
  530032: { error: 'invalid_grant', suberror: 'message_only', page: true },
  530035: { error: 'invalid_grant', suberror: 'message_only', page: true },
  650052: { error: 'invalid_client' },
  650053: { error: 'invalid_client' },
  650056: { error: 'invalid_client', page: true },
  650057: { error: 'invalid_resource' },
  700005: { error: 'invalid_grant' },
  700011: { error: 'unauthorized_client', page: true },
  700016: { error: 'unauthorized_client', page: true },
  700021: { error: 'invalid_client', status: 401 },
  700022: { error: 'invalid_request' },
  700023: { error: 'invalid_client', status: 401 },
  700024: { error: 'invalid_client', status: 401 },
  700025: { error: 'invalid_client', status: 401 },
  700027: { error: 'invalid_client', status: 401 },
  700054: { error: 'unsupported_response_type' },
  700082: { error: 'invalid_grant' },
  700084: { error: 'invalid_grant' },
  900023: { error: 'invalid_request', page: true },
  900144: { error: 'invalid_request' },
  900439: { error: 'invalid_request', page: true },
  900561: { error: 'invalid_request' },
  901002: { error: 'invalid_request' },
  1002012: { error: 'invalid_scope' },
  7000112: { error: 'unauthorized_client', page: true },
  7000114: { error: 'invalid_grant' },
  7000215: { error: 'invalid_client', status: 401 },
  7000218: { error: 'invalid_client', status: 401 },
  9002313: { error: 'invalid_grant' },
  9002325: { error: 'invalid_request' },
  9002326: { error: 'invalid_request' },
  9002327: { error: 'invalid_request' },
  9002331: { error: 'invalid_request' },
  9002332: { error: 'invalid_request' },
} as const satisfies Record<number, Kind>;

export type RefusalCode = keyof typeof kinds;

/** Every number that can be sent. */
export const kindsKnown: readonly number[] = Object.keys(kinds).map(Number);

/** Refusals that somebody told the tenant to give: of requests, as they came in. */
const told = new WeakMap<Request, RefusalCode>();

/** The next answer to this request is that refusal, wherever it would have been checked. */
export function refuseAsTold(request: Request, code: number): void {
  if (kindOf(String(code))) told.set(request, code as RefusalCode);
}

/** @throws {EntraRefusal} when somebody told so */
export function checkTold(request: Request): void {
  const code = told.get(request);
  if (code !== undefined) throw new EntraRefusal(code, 'Refused as told.');
}

/** What this tenant means by a number; `undefined` for one that it never sends. */
export function kindOf(code: string): Kind | undefined {
  return Object.hasOwn(kinds, code) ? kinds[Number(code) as RefusalCode] : undefined;
}

/** Requests, sessions and tenants are called so. */
export const isGuid = (text: string): boolean =>
  /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);

export class EntraRefusal extends Error {
  override readonly name = 'EntraRefusal';
  readonly code: RefusalCode;
  readonly kind: Kind;
  /** JSON to be sent back as the `claims` parameter of the next attempt. */
  readonly claims: string | undefined;

  /** @param changes where the same number is told apart by the endpoint (`consent_required` at authorize) */
  constructor(code: RefusalCode, text: string, changes: Partial<Kind> & { claims?: string } = {}) {
    super(text);
    const { claims, ...kind } = changes;
    this.code = code;
    this.kind = { ...kinds[code], ...kind };
    this.claims = claims;
  }
}

export function wrongMethod(method: string): EntraRefusal {
  return new EntraRefusal(
    900561,
    `The endpoint only accepts POST requests. Received a ${method} request.`,
  );
}
