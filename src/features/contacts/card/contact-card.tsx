import type { ReactNode, Ref } from 'react';
import { mailWith } from '#config/questions.ts';
import { Avatar } from '#ui/avatar.tsx';
import { Breakable, inAddress } from '#ui/breakable.tsx';
import { ButtonLink } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Popover } from '#ui/popover.tsx';
import { RelativeDate } from '#ui/relative-date.tsx';
import { saveFile } from '#ui/save-file.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import type { Contact, ContactSummary } from '#features/contacts/book/address-book.ts';
import { ExportChoice } from '#features/contacts/export/export-choice.tsx';
import { cardPhoto } from '#features/contacts/export/card-photo.ts';
import { fileName } from '#features/contacts/export/export-contacts.ts';
import { vCard } from '#features/contacts/export/vcard.ts';
import type { VCardVersion } from '#features/contacts/export/vcard-text.ts';
import { factsOf, type Fact } from './contact-facts.ts';
import styles from './contact-view.module.css';

/** One contact as far as it is known: the head as soon as the list knows it, then every field that is filled. */
export function ContactCard({
  contact,
  listed,
  photo,
  heading,
  failure,
  children,
}: {
  contact: Contact | undefined;
  listed: ContactSummary | undefined;
  photo: Blob | null | undefined;
  heading: Ref<HTMLHeadingElement>;
  /** Why there is no more than the list knows. */
  failure?: ReactNode;
  /** What else there is to say, before the facts. */
  children?: ReactNode;
}) {
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
          photo={photo}
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
      {contact && <Actions contact={contact} photo={photo} />}
      {children}
      {contact ? <Facts contact={contact} /> : (failure ?? <Skeleton rows={4} height={36} />)}
    </article>
  );
}

function Actions({ contact, photo }: { contact: Contact; photo: Blob | null | undefined }) {
  const save = async (version: VCardVersion) => {
    const card = vCard(contact, version, await cardPhoto(photo));
    saveFile(new Blob([card]), fileName([contact]));
  };
  const address = contact.addresses.find((each) => each.address.includes('@'))?.address;
  return (
    <div className={styles.actions}>
      {address && (
        <ButtonLink icon="mail" to={mailWith(address)}>
          Mail with this person
        </ButtonLink>
      )}
      <Popover label="Save as vCard" icon="download" words="Save as vCard">
        <ExportChoice onChoose={(version) => void save(version)} />
      </Popover>
    </div>
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
      {(contact.createdAt ?? contact.changedAt) && (
        <p className={styles.changed}>
          {contact.createdAt && (
            <>
              Added <RelativeDate date={contact.createdAt} />
            </>
          )}
          {contact.createdAt && contact.changedAt && ' · '}
          {contact.changedAt && (
            <>
              Last changed <RelativeDate date={contact.changedAt} />
            </>
          )}
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

function FactRow({ fact: { name, value, href, map, copied, address } }: { fact: Fact }) {
  const words = address ? <Breakable at={inAddress}>{value}</Breakable> : value;
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>
        <bdi>{href ? <FactLink href={href}>{words}</FactLink> : words}</bdi>
        {map && (
          <span className={styles.map}>
            <FactLink href={map}>Show on OpenStreetMap</FactLink>
          </span>
        )}
      </dd>
      {copied && (
        <dd className={styles.copy}>
          <CopyButton text={value} label={`Copy ${value.replaceAll('\n', ', ')}`} />
        </dd>
      )}
    </div>
  );
}

function FactLink({ href, children }: { href: string; children: ReactNode }) {
  // Of pages outside only; a mail program or a telephone takes no window.
  const elsewhere = href.startsWith('http');
  return (
    <a href={href} {...(elsewhere ? { target: '_blank', rel: 'noopener noreferrer' } : {})}>
      {children}
    </a>
  );
}
