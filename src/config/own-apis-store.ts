/** The person's own APIs, kept in this browser for each cloud. */
import type { CloudName } from './clouds.ts';
import { draftOf, parseOwnApis, simulatedOwnApi, type OwnApi } from './own-apis.ts';

const keyOf = (cloud: CloudName) => `grantscope.own-apis.${cloud}`;

/** The simulated company has one, until somebody has chosen otherwise. */
export function readOwnApis(cloud: CloudName): readonly OwnApi[] {
  const unchosen = cloud === 'simulated' ? [simulatedOwnApi] : [];
  try {
    const kept = localStorage.getItem(keyOf(cloud));
    return kept === null ? unchosen : parseOwnApis(JSON.parse(kept));
  } catch {
    return unchosen;
  }
}

/** @returns false when the browser refused to keep them */
export function keepOwnApis(cloud: CloudName, apis: readonly OwnApi[]): boolean {
  try {
    localStorage.setItem(keyOf(cloud), JSON.stringify(apis.map(draftOf)));
    return true;
  } catch {
    return false;
  }
}
