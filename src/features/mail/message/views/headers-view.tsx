import { useQuery } from '@tanstack/react-query';
import { formatFull } from '#lib/format-date.ts';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import { Chip, type Tone } from '#ui/chip.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import {
  authenticationOf,
  type Authentication,
} from '#features/mail/message/headers/authentication.ts';
import {
  delayInWords,
  deliveryPath,
  type Hop,
} from '#features/mail/message/headers/delivery-path.ts';
import { messageQueries } from '#features/mail/message/message-queries.ts';
import styles from './message-views.module.css';

/** What the servers wrote on the envelope: whether the sender is who it says, the way it took, and all of it as it is. */
export function HeadersView({ message, address }: { message: string; address: string }) {
  const { data: fields, error, refetch } = useQuery(messageQueries.headers(message));
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!fields) return <Skeleton rows={6} height={28} />;
  if (fields.length === 0) {
    return (
      <p>This message has no headers: it was never sent, or it came from within the mailbox.</p>
    );
  }
  const text = fields.map(({ name, value }) => `${name}: ${value}`).join('\r\n');
  return (
    <div className={styles.headers}>
      <section className={styles.part}>
        <h2>Is the sender who it says?</h2>
        <Checks authentication={authenticationOf(fields, address)} />
      </section>
      <section className={styles.part}>
        <h2>Delivery path</h2>
        <Path hops={deliveryPath(fields)} />
      </section>
      <section className={styles.part}>
        <h2>All internet headers</h2>
        <div>
          <CopyButton text={text} label="Copy all headers">
            Copy all
          </CopyButton>
        </div>
        <dl className={styles.fields}>
          {fields.map(({ name, value }, at) => (
            <div key={at}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

const verdicts: Record<Authentication['verdict'], string> = {
  verified: 'Yes: the receiving server confirmed the domain of the sender.',
  internal: 'Yes: it was sent and received within one organisation.',
  failed: 'Perhaps not: the receiving server could not confirm the sender.',
  unknown: 'Not known: nothing confirms the sender, and nothing speaks against it.',
};

function Checks({ authentication }: { authentication: Authentication | undefined }) {
  if (!authentication) return <p>The receiving server wrote no result into this message.</p>;
  return (
    <>
      <p>{verdicts[authentication.verdict]}</p>
      <ul className={styles.checks}>
        {authentication.checks.map(({ name, result, about, explanation }, at) => (
          <li key={at}>
            <span>
              <Chip tone={toneOf(result)}>{`${name}: ${result}`}</Chip>
            </span>
            <div>
              {about && <b>{about}</b>}
              <p>{explanation}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function toneOf(result: string): Tone {
  if (result === 'pass') return 'ok';
  return /fail|error/.test(result) ? 'warn' : 'neutral';
}

function Path({ hops }: { hops: readonly Hop[] }) {
  if (hops.length === 0) return <p>No server wrote down that it handed this on.</p>;
  const [first, last] = [hops[0]?.at, hops.at(-1)?.at];
  const total = first && last ? (last.getTime() - first.getTime()) / 1000 : undefined;
  return (
    <>
      <p>
        {hops.length === 1 ? 'One step' : `${hops.length} steps`}
        {total !== undefined && total >= 0 && `, ${delayInWords(total)} in all`}.
      </p>
      <ol className={styles.hops}>
        {hops.map((hop, at) => (
          <li key={at}>
            <span>
              {hop.delay === undefined ? (at === 0 ? 'start' : '—') : delayInWords(hop.delay)}
            </span>
            <div>
              {hop.from && `${hop.from} → `}
              <b>{hop.by ?? 'a server that gave no name'}</b>
              <p>
                {[
                  hop.protocol,
                  hop.isEncrypted ? 'encrypted' : undefined,
                  hop.at && formatFull(hop.at),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
