/** Which catalogue is read, as it stands in the address. */
import type { Cloud } from '#config/clouds.ts';

export type Source = 'v1.0' | 'v2.0' | 'graph';

const graph = { key: 'graph', words: 'Microsoft Graph' } as const;

/** Discovery issued its list to accounts of organisations; a personal one has nothing to choose. */
export function sourcesOf(
  { discovery }: Cloud,
  isPersonal: boolean,
): readonly { key: Source; words: string }[] {
  if (!discovery || isPersonal) return [graph];
  return [
    { key: 'v1.0', words: 'Discovery v1.0' },
    { key: 'v2.0', words: 'Discovery v2.0' },
    graph,
  ];
}

/** Without a choice Discovery where it is known to answer; a real one is asked only when somebody says so. */
export function sourceIn(params: URLSearchParams, cloud: Cloud, isPersonal: boolean): Source {
  const sources = sourcesOf(cloud, isPersonal);
  const named = (source: string | null) => sources.find(({ key }) => key === source)?.key;
  return (
    named(params.get('from')) ?? named(cloud.name === 'simulated' ? 'v1.0' : 'graph') ?? 'graph'
  );
}
