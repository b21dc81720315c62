/**
 * Claims that a person keeps for comparison, beyond the redirect that changes them. Decoded claims only: without its
 * signature a token opens nothing. In this tab, until it is closed, forgotten or signed out of.
 */
import { createSubject, type Observable } from '#lib/observable.ts';

type Parts = Readonly<Record<string, unknown>>;

export interface KeptClaims {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  readonly header: Parts;
  readonly claims: Parts;
}

const key = 'grantscope.kept-claims';
/** More than anybody compares. */
const most = 12;

const subject = createSubject<readonly KeptClaims[]>(read());

export const keptClaims: Observable<readonly KeptClaims[]> = subject;

export function keepClaims(name: string, header: Parts, claims: Parts): void {
  const kept = { id: crypto.randomUUID(), name, keptAt: Date.now(), header, claims };
  set([kept, ...subject.get()].slice(0, most));
}

export function forgetClaims(): void {
  set([]);
}

function set(kept: readonly KeptClaims[]): void {
  subject.set(kept);
  try {
    if (kept.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Then they last as long as this document.
  }
}

function read(): readonly KeptClaims[] {
  try {
    const kept: unknown = JSON.parse(globalThis.sessionStorage?.getItem(key) ?? '[]');
    return Array.isArray(kept) ? (kept as KeptClaims[]) : [];
  } catch {
    return [];
  }
}
