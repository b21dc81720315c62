import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import { Chip } from '#ui/chip.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { RelativeDate } from '#ui/relative-date.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { factsOf, type Fact } from './contact-facts.ts';
import type { Contact, ContactSummary } from './address-book.ts';
import { contactsQueries } from './contacts-queries.ts';
import styles from './contact-view.module.css';

/** Everything known of one contact; what the list knows of it already stands there at once. */
export function ContactView({
  id,
  listed,
  heading,
}: {
  id: string;
  /** As it is in the list, once the list has come so far. */
  listed: ContactSummary | undefined;
  /** Of the heading, which takes the focus of who opens a contact to read it. */
  heading: Ref<HTMLHeadingElement>;
}) {
  // No suspense query: React keeps a fallback for 300 ms once it is shown, which is longer than most answers take, and
  // walking along the list would show little else.
  const { data: contact } = useQuery({
    ...contactsQueries.contact(id),
    throwOnError: (_error, { state }) => state.data === undefined,
  });
  const known = contact ?? listed;
  if (!known) return <Skeleton rows={5} height={56} />;

  const name = known.name || 'No name';
  const work = [known.jobTitle, known.company].filter((part) => part && part !== name);
  return (
    <article className={styles.view}>
      <header className={styles.head}>
        <Avatar
          name={name}
          address={contact ? contact.addresses[0]?.address : listed?.addresses[0]}
          size={72}
        />
        <div className={styles.title}>
          <h3 ref={heading} tabIndex={-1} className={styles.name}>
            <bdi>{[contact?.title, name, contact?.generation].filter(Boolean).join(' ')}</bdi>
          </h3>
          {work.length > 0 && (
            <p>
              <bdi>{work.join(' · ')}</bdi>
            </p>
          )}
          {contact && <Categories contact={contact} />}
        </div>
      </header>
      {contact ? <Facts contact={contact} /> : <Skeleton rows={4} height={36} />}
    </article>
  );
}

function Facts({ contact }: { contact: Contact }) {
  return (
    <>
      {factsOf(contact).map(({ heading: group, facts }) => (
        <section key={group}>
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
    </>
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
