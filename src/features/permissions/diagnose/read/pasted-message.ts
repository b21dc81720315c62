/** What was pasted, taken apart and with its secrets already gone: nothing behind this line has seen one. */

/** As found in the text; still with its secrets, so it never leaves the readers. */
export interface RawMessage {
  readonly method?: string | undefined;
  readonly address?: string | undefined;
  readonly body?: string | undefined;
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** The body is what the token endpoint answered. */
  readonly isAnswer?: true;
  /** Its answer lies beside it, and cannot be read. */
  readonly isUnread?: boolean;
}

export interface Parameter {
  readonly name: string;
  /** Of a secret only its length is left. */
  readonly value: string;
  readonly place: 'query' | 'fragment' | 'body' | 'header';
  readonly isSecret: boolean;
  /** In characters, of what was really there. */
  readonly length: number;
  /** A stand-in such as `{client_id}` or `YOUR-TOKEN`, which documents print. */
  readonly isPlaceholder: boolean;
  /** For a verifier or a challenge: whether it has only the characters that RFC 7636 allows. */
  readonly isUnreserved: boolean;
}

export interface PastedMessage {
  readonly method: string | undefined;
  /** Without query and fragment; `undefined` where only a form was pasted. */
  readonly address: string | undefined;
  /** Of the whole address, secrets included: what a server's limit counts. */
  readonly addressLength: number;
  readonly bodyType: 'form' | 'multipart' | 'json' | 'answer' | undefined;
  readonly parameters: readonly Parameter[];
  /** The address or the form held `&amp;` where `&` belongs. */
  readonly hadEntities: boolean;
  /** Its answer lies beside it in base64, and is no text. */
  readonly hasUnreadAnswer: boolean;
}

/** Parameters and headers whose value opens something. */
export const secretNames: readonly string[] = [
  'code',
  'code_verifier',
  'client_secret',
  'client_assertion',
  'assertion',
  'refresh_token',
  'access_token',
  'id_token',
  'id_token_hint',
  'password',
  'client_info',
  'saml_response',
  'samlresponse',
  'device_code',
];

const plain = (name: string) => name.toLowerCase().replaceAll(/[-_]/g, '');
const secrets = new Set([...secretNames, 'authorization', 'cookie', 'set_cookie'].map(plain));

/** In every way to write it: `client_secret`, `client-secret`, `clientSecret`. */
export function isSecretName(name: string): boolean {
  return secrets.has(plain(name));
}

/** What is left of a secret: its length, and a mark when it has characters that a verifier may not have. */
export function hiddenMark(value: string): string {
  return `‹hidden-${value.length}${isUnreserved(value) ? '' : '!'}›`;
}

/** RFC 7636 section 4.1. */
function isUnreserved(value: string): boolean {
  return /^[\w.~-]*$/.test(value);
}

const placeholder =
  /^[{<[].*[}>\]]$|^\{|\{[\w -]+\}|^(YOUR|RETURNED|APP|CLIENT|REDIRECT|REFRESH|REQUESTED)[_-]\w*$|^STATE$/i;

export function parameter(name: string, raw: string, place: Parameter['place']): Parameter {
  const value = raw.trim();
  const mark = /^‹hidden-(\d+)(!?)›$/.exec(value);
  // A token behind any name: three parts of base64url, or an Entra refresh token's first characters.
  const isSecret =
    mark !== null || isSecretName(name) || /\beyJ[\w-]{8,}\.[\w-]+|^[01]\.A[\w-]{40,}/.test(value);
  const isPlaceholder = placeholder.test(value);
  const length = mark ? Number(mark[1]) : value.length;
  return {
    name: name.trim(),
    value: isSecret && !isPlaceholder ? `hidden, ${length} characters` : value,
    place,
    isSecret,
    length,
    isPlaceholder,
    isUnreserved: mark ? mark[2] === '' : isUnreserved(value),
  };
}
