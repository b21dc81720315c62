import { queryOptions } from '@tanstack/react-query';
import {
  readControl,
  type AskTenant,
  type TenantKnowledge,
  type TenantPerson,
  type TenantRequest,
  type TenantServices,
} from './control-api.ts';

/** It lives in this browser, so it may be asked often. */
const everySecond = 1500;

export const controlQueries = {
  all: () => ['simulator'],
  state: (ask: AskTenant) =>
    queryOptions({
      queryKey: ['simulator', 'state', {}],
      queryFn: () => readControl<TenantKnowledge>(ask, 'state'),
      refetchInterval: everySecond,
    }),
  people: (ask: AskTenant) =>
    queryOptions({
      queryKey: ['simulator', 'people', {}],
      queryFn: () => readControl<readonly TenantPerson[]>(ask, 'people'),
    }),
  requests: (ask: AskTenant) =>
    queryOptions({
      queryKey: ['simulator', 'requests', {}],
      queryFn: () => readControl<readonly TenantRequest[]>(ask, 'requests'),
      refetchInterval: everySecond,
    }),
  services: (ask: AskTenant) =>
    queryOptions({
      queryKey: ['simulator', 'services', {}],
      queryFn: () => readControl<TenantServices>(ask, 'services'),
    }),
};
