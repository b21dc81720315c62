import { queryOptions } from '@tanstack/react-query';
import { permissionFinder } from '#api/permissions/needed-permissions.ts';
import type { ServiceRow } from '#features/services/catalogue/service-row.ts';
import { discoverServices, readPlans, tryService } from './services-api.ts';

export const servicesQueries = {
  all: () => ['services'],
  discovery: (version: 'v1.0' | 'v2.0') =>
    queryOptions({
      queryKey: ['services', 'discovery', { version }],
      queryFn: ({ signal }) => discoverServices(version, signal),
      staleTime: 10 * 60_000,
    }),
  /** @param wanted scopes to have in the token; one answer, however it was asked for */
  attempt: (row: ServiceRow, wanted: readonly string[] = row.scopes) =>
    queryOptions({
      queryKey: ['services', 'attempt', { url: row.tries }],
      queryFn: ({ signal }) => tryService(row, wanted, signal),
      staleTime: 5 * 60_000,
    }),
  plans: () =>
    queryOptions({
      queryKey: ['services', 'plans', {}],
      queryFn: ({ signal }) => readPlans(signal),
      staleTime: 10 * 60_000,
    }),
  permissions: () =>
    queryOptions({
      queryKey: ['services', 'permissions', {}],
      queryFn: permissionFinder,
      staleTime: Number.POSITIVE_INFINITY,
    }),
};
