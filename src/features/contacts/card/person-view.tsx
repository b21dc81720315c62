import { useQueryClient } from '@tanstack/react-query';
import type { Ref } from 'react';
import type { NearPerson } from '#features/contacts/people/people-api.ts';
import { Notice } from '#ui/notice.tsx';
import { ContactCard } from './contact-card.tsx';

/** Somebody near the person. Graph has told everything with the list, so nothing is asked for. */
export function PersonView({ id, heading }: { id: string; heading: Ref<HTMLHeadingElement> }) {
  const people = useQueryClient()
    .getQueriesData<NearPerson[]>({ queryKey: ['contacts', 'people'] })
    .flatMap(([, found]) => found ?? []);
  const person = people.find(({ summary }) => summary.id === id);
  if (!person) return <Notice title="Choose this person in the list again to see the card." />;
  return (
    <ContactCard contact={person.details} listed={person.summary} photo={null} heading={heading} />
  );
}
