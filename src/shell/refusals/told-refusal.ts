/** A page that said no told why; who asked from the planner finds it there, for a link and for words only. */
import type { AuthErrorDetail } from '#auth/auth-error.ts';

/** Only what a code looks like: it stands in an address, which anybody can write. */
const code = /^(?:AADSTS\d{5,8}|[a-z_]{4,40})$/;

/** @param returnTo where the person goes on; only what waits for an answer (`asked`) is told what it was */
export function withRefusal(
  returnTo: string | undefined,
  { codes, error }: Pick<AuthErrorDetail, 'codes' | 'error'>,
): string | undefined {
  const [path = '', query = ''] = (returnTo ?? '').split('?', 2);
  const search = new URLSearchParams(query);
  const told = codes?.[0] === undefined ? error : `AADSTS${codes[0]}`;
  if (!search.has('asked') || told === undefined || !code.test(told)) return returnTo;
  search.set('refused', told);
  return `${path}?${search.toString()}`;
}

export function toldRefusal(search: URLSearchParams): string | undefined {
  const told = search.get('refused') ?? '';
  return code.test(told) ? told : undefined;
}
