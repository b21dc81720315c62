/** Checks pasted protocol messages against the rules of the v2.0 endpoints. Everything happens here; nothing is sent. */
import { checkAnswer } from '#features/permissions/diagnose/checks/check-answer.ts';
import { checkAuthorize } from '#features/permissions/diagnose/checks/check-authorize.ts';
import { checkClient, checkRedirect } from '#features/permissions/diagnose/checks/check-client.ts';
import { checkCallback } from '#features/permissions/diagnose/checks/check-callback.ts';
import { checkEndpoint } from '#features/permissions/diagnose/checks/check-endpoint.ts';
import { checkScope } from '#features/permissions/diagnose/checks/check-scope.ts';
import { checkToken } from '#features/permissions/diagnose/checks/check-token.ts';
import { Reader, twice, type Finding } from '#features/permissions/diagnose/checks/finding.ts';
import {
  endpointOf,
  type Endpoint,
  type EndpointKind,
} from '#features/permissions/diagnose/read/endpoint.ts';
import type { PastedMessage } from '#features/permissions/diagnose/read/pasted-message.ts';
import { readPasted } from '#features/permissions/diagnose/read/read-pasted.ts';
import { translateToV2 } from './translate-to-v2.ts';

export interface Diagnosis {
  readonly kind: EndpointKind;
  readonly message: PastedMessage;
  readonly endpoint: Endpoint | undefined;
  /** Worst first. */
  readonly findings: readonly Finding[];
  /** The same in v2.0's words, where it was said in the first version's. */
  readonly translation: string | undefined;
}

/** @returns one diagnosis per message found in the text */
export function diagnose(pasted: string): Diagnosis[] {
  const all = readPasted(pasted).map(diagnoseOne).filter(isOfTheProtocol);
  return all.map((diagnosis, at) => ({
    ...diagnosis,
    findings: inOrder([...diagnosis.findings, ...codeReused(all, at)]),
  }));
}

/** Any address may be one that came back; without anything that an answer holds it is another request. */
function isOfTheProtocol({ kind, message }: Diagnosis): boolean {
  const answers = /^(code|error|state|admin_consent|access_token|id_token|session_state|iss)$/;
  return kind !== 'callback' || message.parameters.some(({ name }) => answers.test(name));
}

function diagnoseOne(message: PastedMessage): Diagnosis {
  const endpoint = endpointOf(message.address);
  const withoutAddress = { answer: 'token-answer', none: 'callback' } as const;
  const isSaml = message.parameters.some(({ name }) => /^SAML(?:Request|Response)$/i.test(name));
  const cameBack = message.parameters.some(
    ({ name, place }) => place === 'body' && /^(?:code|error|id_token|access_token)$/.test(name),
  );
  const isAnswer = cameBack && !message.parameters.some(({ name }) => name === 'grant_type');
  const kind =
    endpoint?.kind ??
    (isSaml ? 'saml' : undefined) ??
    (isAnswer && message.bodyType === 'form' ? 'callback' : undefined) ??
    (message.bodyType === 'answer' || message.bodyType === undefined
      ? withoutAddress[message.bodyType ?? 'none']
      : 'token');
  const read = new Reader(
    message,
    kind === 'token' ? ['body', 'query'] : ['query', 'fragment', 'body'],
  );
  return {
    kind,
    message,
    endpoint,
    findings: [
      ...entities(message),
      ...unread(message),
      ...(endpoint ? checkEndpoint(endpoint, read) : []),
      ...checksOf(kind, read, endpoint?.version),
      ...twice(message),
    ],
    translation: endpoint && translateToV2(endpoint, message),
  };
}

function checksOf(
  kind: EndpointKind,
  read: Reader,
  version: Endpoint['version'] | undefined,
): Finding[] {
  switch (kind) {
    case 'authorize':
      return checkAuthorize(read);
    case 'token':
      return checkToken(read);
    case 'token-answer':
      return checkAnswer(read);
    case 'callback':
      return checkCallback(read);
    case 'admin-consent':
      return [
        ...checkClient(read),
        ...checkRedirect(read),
        // The first version knows none.
        ...(version === 'v1.0' && !read.has('scope') ? [] : checkScope(read, 'admin-consent')),
        ...checkState(read),
      ];
    case 'sign-out':
      return read.has('id_token_hint')
        ? [
            {
              severity: 'risky',
              about: 'id_token_hint',
              says: 'A whole id token stands in the address, and may make it too long.',
              mend: 'Use logout_hint with the id token’s login_hint claim.',
            },
          ]
        : [];
    case 'saml':
      return [
        {
          severity: 'note',
          about: 'SAML',
          says: 'This is SAML, another protocol: it signs people in, and gives no token for an API. Nothing of it is checked here.',
          mend: 'For tokens use OpenID Connect at /{tenant}/oauth2/v2.0/authorize.',
        },
      ];
    case 'older-service':
      return [];
    case 'device-code':
      return [...checkClient(read), ...checkScope(read, 'authorize')];
  }
}

function checkState(read: Reader): Finding[] {
  return read.has('state')
    ? []
    : [
        {
          severity: 'risky',
          about: 'state',
          says: 'There is no state, so an answer that somebody else began would be taken.',
        },
      ];
}

function entities({ hadEntities }: PastedMessage): Finding[] {
  return hadEntities
    ? [
        {
          severity: 'wrong',
          about: 'address',
          says: 'It holds &amp; where & belongs: it was copied from HTML. Sent like this, the parameters have other names.',
          mend: 'Replace &amp; by &.',
        },
      ]
    : [];
}

function unread({ hasUnreadAnswer }: PastedMessage): Finding[] {
  return hasUnreadAnswer
    ? [
        {
          severity: 'note',
          about: 'content',
          says: 'What it was answered stands beside it in base64 and is no text, so it was not read.',
        },
      ]
    : [];
}

/** The oldest trick: one code for several resources. It is good once (RFC 6749 section 4.1.2). */
function codeReused(all: readonly Diagnosis[], at: number): Finding[] {
  const redeems = (diagnosis: Diagnosis | undefined) =>
    diagnosis?.kind === 'token' &&
    diagnosis.message.parameters.some(
      ({ name, value }) => name === 'grant_type' && value === 'authorization_code',
    );
  if (!redeems(all[at]) || !all.slice(0, at).some(redeems)) return [];
  return [
    {
      severity: 'wrong',
      about: 'code',
      says: 'A code is redeemed here again. It is good once; a second use ends what the first one gave.',
      mend: 'Redeem it once, and get every further resource’s token with the refresh token.',
      number: 54005,
    },
  ];
}

const order: readonly Finding['severity'][] = ['wrong', 'risky', 'old', 'note', 'good'];

function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}
