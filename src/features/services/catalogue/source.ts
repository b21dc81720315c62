/** Which catalogue is read, as it stands in the address. */
import type { Cloud } from '#config/clouds.ts';

export type Source = 'v1.0' | 'v2.0' | 'graph';

const graph = { key: 'graph', words: 'Microsoft Graph' } as const;

export function sourcesOf({ discovery }: Cloud): readonly { key: Source; words: string }[] {
  if (!discovery) return [graph];
  return [
    { key: 'v1.0', words: 'Discovery v1.0' },
    { key: 'v2.0', words: 'Discovery v2.0' },
    graph,
  ];
}

/** Without a choice Discovery where it is known to answer; a real one is asked only when somebody says so. */
export function sourceIn(params: URLSearchParams, cloud: Cloud): Source {
  const chosen = params.get('from');
  const found = sourcesOf(cloud).find(({ key }) => key === chosen);
  return found?.key ?? (cloud.name === 'simulated' ? 'v1.0' : 'graph');
}
