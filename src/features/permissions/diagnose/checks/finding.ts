/** One thing that a check has to say. */
import type {
  Parameter,
  PastedMessage,
} from '#features/permissions/diagnose/read/pasted-message.ts';

export interface Finding {
  /**
   * `wrong`: refused, or understood otherwise than meant. `risky`: works, and should not be done. `old`: of the first
   * version of the endpoints. `note`: good to know. `good`: as it should be.
   */
  readonly severity: 'wrong' | 'risky' | 'old' | 'note' | 'good';
  /** Which parameter, or part of the address, it is about. */
  readonly about: string;
  readonly says: string;
  readonly mend?: string;
  /** The AADSTS number that Entra refuses it with, where it is documented. */
  readonly number?: number;
}

export const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Looks parameters up by name, where the protocol wants them. */
export class Reader {
  readonly #places: readonly Parameter['place'][];
  readonly message: PastedMessage;

  constructor(message: PastedMessage, places: readonly Parameter['place'][]) {
    this.message = message;
    this.#places = places;
  }

  get(name: string): Parameter | undefined {
    return this.message.parameters.find(
      (each) => each.name === name && this.#places.includes(each.place),
    );
  }

  value(name: string): string | undefined {
    return this.get(name)?.value;
  }

  has(name: string): boolean {
    return (this.get(name)?.length ?? 0) > 0;
  }

  scopes(): string[] {
    return (this.value('scope') ?? '').split(/\s+/).filter(Boolean);
  }
}

/** The same parameter twice: servers differ in which they take (RFC 6749 section 3.1 forbids it). */
export function twice(message: PastedMessage): Finding[] {
  const counts = new Map<string, number>();
  for (const { name, place } of message.parameters) {
    if (place !== 'header') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([name, count]) => ({
      severity: 'wrong',
      about: name,
      says: `${name} is there ${count} times. No parameter may be repeated.`,
      mend: 'Send it once.',
    }));
}
