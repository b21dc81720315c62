import { queryOptions } from '@tanstack/react-query';
import type { Probe } from './probes.ts';
import { askProbe, discoverServices } from './services-api.ts';

export const servicesQueries = {
  all: () => ['services'],
  discovery: () =>
    queryOptions({
      queryKey: ['services', 'discovery', {}],
      queryFn: ({ signal }) => discoverServices(signal),
      staleTime: 10 * 60_000,
    }),
  probe: (probe: Probe) =>
    queryOptions({
      queryKey: ['services', 'probe', { capability: probe.capability }],
      queryFn: ({ signal }) => askProbe(probe, signal),
      staleTime: 5 * 60_000,
    }),
};
