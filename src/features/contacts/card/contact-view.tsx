import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import type { ContactSummary } from '#features/contacts/book/address-book.ts';
import { contactsQueries } from '#features/contacts/contacts-queries.ts';
import { ContactCard } from './contact-card.tsx';
import { Twins } from './twins.tsx';

/** Everything known of one contact; what the list knows of it already stands there at once. */
export function ContactView({
  id,
  folder,
  listed,
  heading,
}: {
  id: string;
  folder: string | undefined;
  /** As it is in the list, once the list has come so far. */
  listed: ContactSummary | undefined;
  /** Of the heading, which takes the focus of who opens a contact to read it. */
  heading: Ref<HTMLHeadingElement>;
}) {
  // No suspense query: React keeps a fallback for 300 ms once it is shown, which is longer than most answers take, and
  // walking along the list would show little else.
  const {
    data: contact,
    error,
    refetch,
  } = useQuery({
    ...contactsQueries.contact(id),
    // What the list knows stays, and the focus on it.
    throwOnError: (_error, { state }) => state.data === undefined && !listed,
  });
  const { data: photo } = useQuery(contactsQueries.photo(id));
  return (
    <ContactCard
      contact={contact}
      listed={listed}
      photo={photo}
      heading={heading}
      failure={error && <FailureNotice error={error} onRetry={() => void refetch()} />}
    >
      <Twins id={id} folder={folder} />
    </ContactCard>
  );
}
