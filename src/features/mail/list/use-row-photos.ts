import type { ShownList } from './shown-list.ts';

export function useRowPhotos(_rows: ShownList['rows'], _first: number, _last: number): void {}
