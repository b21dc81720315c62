/**
 * What the claims of Microsoft's tokens mean, a sentence each, with where that is said.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference
 */

export interface KnownClaim {
  readonly meaning: string;
  readonly source: string;
  /** Seconds since 1970. */
  readonly isTime?: true;
}

const jwt = 'RFC 7519';
const oidc = 'OpenID Connect Core';
const entra = 'Entra claims reference';
const seen = 'not documented; seen in tokens';

type Row = readonly [meaning: string, source: string, isTime?: true];

const claims: Readonly<Record<string, Row>> = {
  aud: ['For whom the token is. Nobody else may take it.', `${jwt} 4.1.3`],
  iss: ['Who issued it, and for which tenant.', `${jwt} 4.1.1`],
  iat: ['When it was issued; Entra dates tokens back by five minutes.', `${jwt} 4.1.6`, true],
  nbf: ['Not good before.', `${jwt} 4.1.5`, true],
  exp: ['Not good from then on.', `${jwt} 4.1.4`, true],
  sub: ['The person, by an id that is another one for every app.', `${oidc} 2`],
  oid: ['The person’s object id: the same for every app of the tenant.', entra],
  tid: ['The tenant. With oid the only name to know a person by.', entra],
  name: ['The person’s name, for the eye only.', entra],
  given_name: ['First name.', entra],
  family_name: ['Last name.', entra],
  preferred_username: [
    'What the person signs in with. It can change, so nothing may key on it.',
    entra,
  ],
  upn: ['User principal name. It can change, so nothing may key on it.', entra],
  unique_name: ['The name of v1.0 tokens, for the eye only.', entra],
  email: ['E-mail address. Not verified, so it proves nothing.', entra],
  nonce: [
    'The random value of the sign-in: an old token cannot be passed off as a new one.',
    `${oidc} 2`,
  ],
  ver: ['The version of the token: 1.0 or 2.0. It is the API that chooses.', entra],
  scp: ['What the app may do for the person: delegated permissions.', entra],
  roles: ['What the app may do by itself, or the app’s roles that the person has.', entra],
  wids: ['Directory roles of the person, by template id.', entra],
  groups: ['Groups of the person, by id.', entra],
  hasgroups: ['The person is in more groups than fit: ask Graph.', entra],
  _claim_names: ['Some claims did not fit (overage) and are elsewhere.', `${oidc} 5.6.2`],
  _claim_sources: ['Where the claims that did not fit are.', `${oidc} 5.6.2`],
  appid: ['The app that asked (v1.0).', entra],
  azp: ['The app that asked (v2.0).', `${oidc} 2`],
  appidacr: ['How the app proved itself (v1.0): 0 not at all, 1 a secret, 2 a certificate.', entra],
  azpacr: ['How the app proved itself (v2.0): 0 not at all, 1 a secret, 2 a certificate.', entra],
  app_displayname: ['The app’s name.', seen],
  idp: ['Who vouched for the person, when it was another than the issuer: a guest.', entra],
  idtyp: ['app: nobody is signed in. user: somebody is.', entra],
  amr: ['How the person proved themselves: pwd, mfa, rsa, …', 'RFC 8176'],
  acr: ['1: proved more than by a password alone in the old sense.', `${oidc} 2`],
  acrs: ['Authentication contexts that were satisfied (step-up).', entra],
  acct: ['0: a member of the tenant. 1: a guest.', entra],
  auth_time: ['When the person last proved themselves.', `${oidc} 2`, true],
  xms_cc: [
    'What the client can do. cp1: it answers claims challenges, so the token lives long.',
    entra,
  ],
  xms_ssm: ['1: the token is watched by continuous access evaluation.', seen],
  xms_tcdt: ['When the tenant was made.', seen, true],
  xms_st: ['The pairwise subject that the same person has in the app’s own tokens.', seen],
  xms_idrel: ['How the account relates to the tenant.', seen],
  xms_ftd: ['Inner bookkeeping.', seen],
  xms_pl: ['The person’s preferred language.', entra],
  xms_tpl: ['The tenant’s preferred language.', entra],
  tenant_region_scope: ['The region of the tenant.', entra],
  tenant_ctry: ['The country of the tenant.', entra],
  ctry: ['The country of the person.', entra],
  ipaddr: ['The address that the sign-in came from.', entra],
  platf: ['What kind of device.', seen],
  deviceid: ['The device, when the directory knows it.', entra],
  onprem_sid: ['The person’s id on the organisation’s own servers.', entra],
  puid: ['An older id of the person.', seen],
  sid: ['Names the sign-in: for sign-out, and to ask for the same account.', entra],
  login_hint: ['Names the account, opaque: the best login_hint and logout_hint.', entra],
  signin_state: ['What is known of the sign-in: kmsi means “stay signed in”.', entra],
  pwd_exp: ['Seconds until the password expires.', entra],
  pwd_url: ['Where the password is changed.', entra],
  in_corp: ['The sign-in came from inside the organisation.', entra],
  aio: ['Inner bookkeeping of Entra. Not for anybody else.', entra],
  rh: ['Inner bookkeeping of Entra. Not for anybody else.', entra],
  uti: ['Names this token in Entra’s logs.', entra],
  cnf: ['A key that must be proved together with the token.', 'RFC 7800'],
  jti: ['Names this token, so that it is taken once.', `${jwt} 4.1.7`],
  c_hash: ['Hash of the code that came with it.', `${oidc} 3.3.2.11`],
  at_hash: ['Hash of the access token that came with it.', `${oidc} 3.1.3.6`],
};

const headers: Readonly<Record<string, Row>> = {
  typ: ['What kind of thing it is.', `${jwt} 5.1`],
  alg: ['How it is signed. none would mean: not at all.', 'RFC 7515 4.1.1'],
  kid: ['Which of the issuer’s keys signed it.', 'RFC 7515 4.1.4'],
  x5t: ['The key’s certificate, by its SHA-1 hash.', 'RFC 7515 4.1.7'],
  'x5t#S256': ['The key’s certificate, by its SHA-256 hash.', 'RFC 7515 4.1.8'],
  nonce: [
    'Put in by Entra into Graph’s tokens: it makes the signature fail for everybody but Graph.',
    seen,
  ],
  enc: ['How it is encrypted: only its API can read it.', 'RFC 7516 4.1.2'],
};

export function knownClaim(name: string): KnownClaim | undefined {
  return known(claims, name);
}

export function knownHeader(name: string): KnownClaim | undefined {
  return known(headers, name);
}

function known(from: Readonly<Record<string, Row>>, name: string): KnownClaim | undefined {
  if (!Object.hasOwn(from, name)) return undefined;
  const [meaning, source, isTime] = from[name] ?? ['', ''];
  return { meaning, source, ...(isTime ? { isTime } : {}) };
}
