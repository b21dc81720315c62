import type { ContactSummary } from './address-book.ts';

/** A contact of whom nothing is known but what a test is about; its name is its id where none is given. */
export function contact(name: string, known: Partial<ContactSummary> = {}): ContactSummary {
  return {
    id: name,
    name,
    company: '',
    jobTitle: '',
    otherNames: [],
    addresses: [],
    postal: [],
    phones: [],
    ...known,
  };
}
