import type { Parameter } from '#features/permissions/diagnose/read/pasted-message.ts';
import { explainHeader, explainParameter } from '#shell/protocol/explain-parameters.ts';

/** Only what stands in the address or in the form is held against the protocol's lists. */
export function meaningOf({ name, place }: Pick<Parameter, 'name' | 'place'>): string {
  if (place !== 'header')
    return explainParameter(name)?.meaning ?? 'Not known to the v2.0 endpoint.';
  const known =
    name.toLowerCase() === 'authorization'
      ? 'Who asks: a client’s id and secret, or a token.'
      : explainHeader(name)?.meaning;
  return `A header of the request, no parameter. ${known ?? ''}`.trim();
}
