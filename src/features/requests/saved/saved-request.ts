/** A request that is kept, and how it is read back from a file of unknown origin. */
import { methods, type Draft, type Method } from '#features/requests/request/draft.ts';

export interface SavedRequest extends Draft {
  readonly name: string;
}

/** Tokens have no place in a file; whoever wrote one in, has it taken out. */
export function withoutTokens(headers: string): string {
  return headers
    .split('\n')
    .filter((line) => !/^\s*(?:authorization|cookie|proxy-authorization)\s*:/i.test(line))
    .join('\n');
}

export function isMethod(value: unknown): value is Method {
  return methods.some((each) => each === value);
}
