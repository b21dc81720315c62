import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useLocation } from 'react-router';
import { paths } from '#config/paths.ts';
import { Notice } from '#ui/notice.tsx';
import { findDuplicates } from '#features/contacts/book/duplicates.ts';
import { withoutRepeats } from '#features/contacts/book/list-rows.ts';
import { contactsQueries } from '#features/contacts/contacts-queries.ts';

/** Says which other contacts look like the same one. Nothing is merged: only their owner knows. */
export function Twins({ id, folder }: { id: string; folder: string | undefined }) {
  const { data } = useInfiniteQuery({ ...contactsQueries.list(folder), enabled: false });
  const { search } = useLocation();
  const groups = useMemo(() => findDuplicates(data ? withoutRepeats(data.pages) : []), [data]);
  const group = groups.find(({ contacts }) => contacts.some((contact) => contact.id === id));
  if (!group) return null;
  const others = group.contacts.filter((contact) => contact.id !== id);
  return (
    <Notice
      icon="copy"
      title={others.length === 1 ? 'Perhaps here twice' : `Perhaps here ${others.length + 1} times`}
    >
      <p>
        {group.because}.{' '}
        {others.map((contact, at) => (
          <span key={contact.id}>
            {at > 0 && ', '}
            <Link to={{ pathname: paths.contact(contact.id), search }}>
              <bdi>{contact.name || 'No name'}</bdi>
            </Link>
          </span>
        ))}
      </p>
    </Notice>
  );
}
