import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  listFolder,
  listLibraries,
  listSites,
  readDrive,
  readFile,
  readSite,
  readThumbnail,
} from './files-api.ts';
import type { Place, Sort } from './place.ts';

export const filesQueries = {
  folder: (place: Place, sort: Sort) =>
    infiniteQueryOptions({
      queryKey: ['files', 'folder', { ...place, ...sort }],
      queryFn: ({ pageParam, signal }) => listFolder(place, sort, pageParam, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
    }),
  drive: (drive: string) =>
    queryOptions({
      queryKey: ['files', 'drive', { drive }],
      queryFn: ({ signal }) => readDrive(drive, signal),
    }),
  content: (place: Place, id: string) =>
    queryOptions({
      queryKey: ['files', 'content', { drive: place.drive, id }],
      queryFn: ({ signal }) => readFile(place, id, signal),
      // Large, and quickly fetched again.
      gcTime: 60_000,
    }),
  thumbnail: (id: string, url: string) =>
    queryOptions({
      queryKey: ['files', 'thumbnail', { id }],
      queryFn: ({ signal }) => readThumbnail(url, signal),
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
  sites: (search: string) =>
    queryOptions({
      queryKey: ['files', 'sites', { search }],
      queryFn: ({ signal }) => listSites(search, signal),
    }),
  site: (site: string) =>
    queryOptions({
      queryKey: ['files', 'site', { site }],
      queryFn: ({ signal }) => readSite(site, signal),
    }),
  libraries: (site: string) =>
    queryOptions({
      queryKey: ['files', 'libraries', { site }],
      queryFn: ({ signal }) => listLibraries(site, signal),
    }),
};
