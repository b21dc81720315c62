import type { AuthorizedAnswer } from '#auth/vault.ts';

/** @returns a whole address of Graph; `undefined` where a placeholder stands for an id */
export function addressOf(address: string, origin: string): string | undefined {
  const trimmed = address.trim();
  if (/[{}]/.test(decoded(trimmed))) return undefined;
  const path = trimmed.replace(/^https:\/\/[^/]+/i, '');
  return origin + (/^\/(v1\.0|beta)(\/|$)/i.test(path) ? path : `/v1.0${path}`);
}

export interface ShortAnswer {
  readonly status: number;
  readonly isEnough: boolean;
  readonly words: string;
}

/** A refusal for want of a permission is 403; anything else is not about permissions. */
export function answerInShort({ status, body }: AuthorizedAnswer): ShortAnswer {
  if (status < 400) {
    return { status, isEnough: true, words: 'It is enough: the service answered.' };
  }
  const code = codeOf(body);
  const said = code === undefined ? '' : ` The service says ${code}.`;
  if (status === 401 || status === 403) {
    return { status, isEnough: false, words: `It is not enough.${said}` };
  }
  return {
    status,
    isEnough: true,
    words: `The token got through; the request failed for another reason.${said}`,
  };
}

function codeOf(body: ArrayBuffer): string | undefined {
  try {
    const json = JSON.parse(new TextDecoder().decode(body)) as { error?: { code?: unknown } };
    const code = json.error?.code;
    return typeof code === 'string' && code !== '' ? code : undefined;
  } catch {
    return undefined;
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
