import { useQuery } from '@tanstack/react-query';
import { memo, useEffect, useState } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import { Icon } from '#ui/icon.tsx';
import type { Finding } from '#features/contacts/book/find-contacts.ts';
import { contactsQueries } from '#features/contacts/contacts-queries.ts';
import styles from './contact-list.module.css';

/** The same number stands in contact-list.module.css. */
export const contactRowHeight = 52;

/** The parts that make a row's name, in the order they are spoken. */
export const namedParts = ['name', 'more'];

/** Milliseconds a row has to stand before its photo is asked for: what flies past needs none. */
const rest = 150;

interface RowProps {
  item: Finding;
  /** Of the option that this fills. */
  id: string;
}

export const ContactRow = memo(function ContactRow({ item, id }: RowProps) {
  const [rests, setRests] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRests(true), rest);
    return () => clearTimeout(timer);
  }, []);
  const { data: photo } = useQuery({ ...contactsQueries.photo(item.contact.id), enabled: rests });
  return <Row item={item} id={id} photo={photo} />;
});

/** Of somebody who is no contact and so has no photo among them. */
export const PersonRow = memo(function PersonRow({ item, id }: RowProps) {
  return <Row item={item} id={id} photo={null} />;
});

function Row({
  item: { contact, because },
  id,
  photo,
}: RowProps & { photo: Blob | null | undefined }) {
  const name = contact.name || 'No name';
  const work = [contact.jobTitle, contact.company].filter((part) => part && part !== name);
  const more = because ?? (work.join(' · ') || contact.addresses[0] || contact.phones[0]);
  return (
    <div className={styles.row}>
      <span className={styles.tick} aria-hidden>
        <Icon name="unchecked" />
        <Icon name="checked" />
      </span>
      <Avatar name={name} address={contact.addresses[0]} photo={photo} />
      <span className={styles.words}>
        <span id={`${id}-name`} className={styles.name}>
          <bdi>{name}</bdi>
        </span>
        <span id={`${id}-more`} className={styles.more}>
          <bdi>{more}</bdi>
        </span>
      </span>
    </div>
  );
}
