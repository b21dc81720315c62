import { QueryErrorResetBoundary, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, type ReactNode } from 'react';
import type { Account } from '#auth/session.ts';
import { FailureBoundary } from '#shell/failure/failure-boundary.tsx';
import { Panel } from '#shell/panel.tsx';
import { Screen } from '#shell/screen.tsx';
import { useSession } from '#shell/session/use-session.ts';
import { Avatar } from '#ui/avatar.tsx';
import { Breakable, inAddress } from '#ui/breakable.tsx';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { profileQueries } from './profile-queries.ts';
import { SessionGrants } from './session-grants.tsx';
import styles from './profile-screen.module.css';

export function ProfileScreen() {
  const session = useSession();
  if (session.kind !== 'signed-in') return null;
  return (
    <Screen title="Profile">
      <div className={styles.person}>
        <PhotoPanel account={session.account} />
        <Panel heading="Details" headingHidden skeleton={<Skeleton rows={6} height={36} />}>
          <Details account={session.account} />
        </Panel>
      </div>
      <SessionGrants session={session} />
    </Screen>
  );
}

/** Too narrow for the words of a failure, which the details beside it say: here the initials stand in. */
function PhotoPanel({ account }: { account: Account }) {
  return (
    <section className={styles.photo} aria-label="Photo">
      <QueryErrorResetBoundary>
        {({ reset }) => (
          <FailureBoundary
            fallback={(_, tryAgain) => (
              <Picture account={account} photo={null}>
                The photo could not be read.
                <Button
                  icon="retry"
                  onClick={() => {
                    reset();
                    tryAgain();
                  }}
                >
                  Try again
                </Button>
              </Picture>
            )}
          >
            <Suspense fallback={<Skeleton rows={1} height={120} avatar />}>
              <Photo account={account} />
            </Suspense>
          </FailureBoundary>
        )}
      </QueryErrorResetBoundary>
    </section>
  );
}

function Photo({ account }: { account: Account }) {
  const { data: photo } = useSuspenseQuery(profileQueries.photo());
  return (
    <Picture account={account} photo={photo}>
      {photo ? `Photo, ${Math.ceil(photo.size / 1024)} KB` : 'No photo: initials instead'}
    </Picture>
  );
}

function Picture({
  account,
  photo,
  children,
}: {
  account: Account;
  photo: Blob | null;
  children: ReactNode;
}) {
  return (
    <figure className={styles.figure}>
      <Avatar name={account.name} address={account.username} photo={photo} size={120} />
      <figcaption>{children}</figcaption>
    </figure>
  );
}

function Details({ account }: { account: Account }) {
  const { data: me } = useSuspenseQuery(profileQueries.me());
  return (
    <>
      <p className={styles.name}>
        {/* Of a personal account it may be the address. */}
        <Breakable at={inAddress}>{me.name}</Breakable>
      </p>
      {me.jobTitle && <p className={styles.job}>{me.jobTitle}</p>}
      <dl className={styles.fields}>
        {me.mail && (
          <Field name="Mail" copy={me.mail}>
            <a href={`mailto:${me.mail}`}>
              <Breakable at={inAddress}>{me.mail}</Breakable>
            </a>
          </Field>
        )}
        {me.signInName && (
          <Field name="Signs in as" copy={me.signInName}>
            <Breakable at={inAddress}>{me.signInName}</Breakable>
          </Field>
        )}
        {me.phones.map((phone) => (
          <Field key={phone} name="Phone" copy={phone}>
            <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>
          </Field>
        ))}
        {me.office && <Field name="Office">{me.office}</Field>}
        {me.language && <Field name="Language">{languageName(me.language)}</Field>}
        <Field name="Object id" copy={me.id}>
          <code>{me.id}</code>
        </Field>
        <Field name="Tenant id" copy={account.tenantId}>
          <code>{account.tenantId}</code>
        </Field>
      </dl>
    </>
  );
}

function Field({ name, copy, children }: { name: string; copy?: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
      {copy && (
        <dd>
          <CopyButton text={copy} label={`Copy: ${copy}`} />
        </dd>
      )}
    </div>
  );
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
