import { queryOptions } from '@tanstack/react-query';
import { permissionFinder } from '#api/permissions/needed-permissions.ts';
import { createSearch } from './search-permissions.ts';

export const finderQueries = {
  /** From the product's own host; the same for everybody, and for good. */
  finder: () =>
    queryOptions({
      queryKey: ['permissions', 'finder'],
      queryFn: async () => {
        const finder = await permissionFinder();
        return { finder, search: createSearch(finder.facts.permissions) };
      },
      staleTime: Infinity,
      gcTime: Infinity,
      structuralSharing: false,
    }),
};
