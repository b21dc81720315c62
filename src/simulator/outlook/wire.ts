/** How Outlook writes a moment and an address. */
import type { EmailAddress, Recipient } from '#contract/graph.ts';

export function recipient({ name, address }: EmailAddress): Recipient {
  return { emailAddress: { name: name ?? null, address: address ?? null } };
}

/** Graph writes whole seconds. */
export function moment(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
