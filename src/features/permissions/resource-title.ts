import type { Cloud } from '#config/clouds.ts';
import { readOwnApis } from '#config/own-apis-store.ts';
import { signInItself } from '#features/permissions/ledger/scope-resource.ts';

/** What a person calls a resource, or its identifier where nobody here knows it. */
export function resourceTitle(of: Cloud, identifier: string): string {
  if (identifier === signInItself) return 'The sign-in itself';
  const { graph, discovery, exchange, management } = of;
  const known = [graph, discovery, exchange, management, ...readOwnApis(of.name)];
  return known.find((each) => each?.identifier === identifier)?.title ?? identifier;
}
