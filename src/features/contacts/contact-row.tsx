import { memo } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import type { Finding } from './find-contacts.ts';
import styles from './contact-list.module.css';

/** The same number stands in contact-list.module.css. */
export const contactRowHeight = 52;

/** The parts that make a row's name, in the order they are spoken. */
export const namedParts = ['name', 'more'];

export const ContactRow = memo(function ContactRow({
  item: { contact, because },
  id,
}: {
  item: Finding;
  /** Of the option that this fills. */
  id: string;
}) {
  const name = contact.name || 'No name';
  const work = [contact.jobTitle, contact.company].filter((part) => part && part !== name);
  const more = because ?? (work.join(' · ') || contact.addresses[0] || contact.phones[0]);
  return (
    <div className={styles.row}>
      <Avatar name={name} address={contact.addresses[0]} />
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
});
