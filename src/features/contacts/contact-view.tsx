import { useSuspenseQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import { Chip } from '#ui/chip.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { RelativeDate } from '#ui/relative-date.tsx';
import { factsOf, type Fact } from './contact-facts.ts';
import type { Contact } from './address-book.ts';
import { contactsQueries } from './contacts-queries.ts';
import styles from './contact-view.module.css';

/** Everything known of one contact. */
export function ContactView({
  id,
  heading,
}: {
  id: string;
  /** Of the heading, which takes the focus of who opens a contact to read it. */
  heading: Ref<HTMLHeadingElement>;
}) {
  const { data: contact } = useSuspenseQuery(contactsQueries.contact(id));
  const name = contact.name || 'No name';
  const work = [contact.jobTitle, contact.company].filter((part) => part && part !== name);
  return (
    <article className={styles.view}>
      <header className={styles.head}>
        <Avatar name={name} address={contact.addresses[0]?.address} size={72} />
        <div className={styles.title}>
          <h3 ref={heading} tabIndex={-1} className={styles.name}>
            <bdi>{[contact.title, name, contact.generation].filter(Boolean).join(' ')}</bdi>
          </h3>
          {work.length > 0 && (
            <p>
              <bdi>{work.join(' · ')}</bdi>
            </p>
          )}
          <Categories contact={contact} />
        </div>
      </header>
      {factsOf(contact).map(({ heading: group, facts }) => (
        <section key={group} className={styles.group}>
          <h4 className={styles.groupHeading}>{group}</h4>
          <dl>
            {facts.map((fact, index) => (
              <FactRow key={index} fact={fact} />
            ))}
          </dl>
        </section>
      ))}
      {contact.changedAt && (
        <p className={styles.changed}>
          Last changed <RelativeDate date={contact.changedAt} />
        </p>
      )}
    </article>
  );
}

function Categories({ contact }: { contact: Contact }) {
  if (contact.categories.length === 0) return null;
  return (
    <ul className={styles.categories} aria-label="Categories">
      {contact.categories.map((category) => (
        <li key={category}>
          <Chip>{category}</Chip>
        </li>
      ))}
    </ul>
  );
}

function FactRow({ fact: { name, value, href, copied } }: { fact: Fact }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>
        <bdi>{href ? <FactLink href={href} value={value} /> : value}</bdi>
      </dd>
      {copied && (
        <dd className={styles.copy}>
          <CopyButton text={value} label={`Copy ${value.replaceAll('\n', ', ')}`} />
        </dd>
      )}
    </div>
  );
}

function FactLink({ href, value }: { href: string; value: string }) {
  // Of pages outside only; a mail program or a telephone takes no window.
  const elsewhere = href.startsWith('http');
  return (
    <a href={href} {...(elsewhere ? { target: '_blank', rel: 'noopener noreferrer' } : {})}>
      {value}
    </a>
  );
}
