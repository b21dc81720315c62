import { useId, useRef } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '#config/paths.ts';
import { mailWith } from '#config/questions.ts';
import { Avatar } from '#ui/avatar.tsx';
import { Breakable, inAddress } from '#ui/breakable.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import dropDown from '#ui/drop-down.module.css';
import { toldAddress } from '#shell/html-body/links/told-address.ts';
import type { Correspondent } from '#features/mail/mailbox.ts';
import styles from './person-card.module.css';

/** A person of a letter's head: a name that opens a card with the address and what leads on from it. */
export function PersonCard({ person: { name, address } }: { person: Correspondent }) {
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" popoverTarget={id} className={styles.person}>
        <Named name={name} address={address} />
        {address && address !== name && (
          <span>
            {' '}
            <Breakable at={inAddress}>{toldAddress(address)}</Breakable>
          </span>
        )}
      </button>
      <div
        ref={card}
        id={id}
        popover="auto"
        role="group"
        aria-label={name}
        className={`${dropDown.dropDown} ${styles.card}`}
      >
        <Avatar name={name} address={address || name} size={40} />
        <p className={styles.name}>
          <Named name={name} address={address} />
          {address && (
            <span>
              <Breakable at={inAddress}>{toldAddress(address)}</Breakable>
            </span>
          )}
        </p>
        {address && (
          <div className={styles.actions}>
            <CopyButton text={address} label="Copy the address">
              Copy address
            </CopyButton>
            <MailWith address={address} onDone={() => card.current?.hidePopover()} />
            <ButtonLink kind="quiet" icon="person" to={paths.contacts}>
              Contacts
            </ButtonLink>
          </div>
        )}
      </div>
    </>
  );
}

/** Without a name the address stands in its place. */
function Named({ name, address }: Correspondent) {
  return <bdi>{name === address ? <Breakable at={inAddress}>{name}</Breakable> : name}</bdi>;
}

/** All mail from and to somebody, as a search of the mail screen. */
function MailWith({ address, onDone }: { address: string; onDone: () => void }) {
  const navigate = useNavigate();
  return (
    <Button
      kind="quiet"
      icon="mail"
      onClick={() => {
        onDone();
        void navigate(mailWith(address));
      }}
    >
      Mail with this person
    </Button>
  );
}
