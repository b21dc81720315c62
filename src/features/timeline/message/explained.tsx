import type { Exchange, Field } from '#http/exchange.ts';
import { formatFull } from '#lib/format-date.ts';
import { Icon } from '#ui/icon.tsx';
import type { Comparison } from './compare-messages.ts';
import { preflightReason, titleOf } from '#features/timeline/exchange-in-words.ts';
import {
  explainHeader,
  explainParameter,
  type Explanation,
} from '#shell/protocol/explain-parameters.ts';
import { errorOf } from '#features/timeline/files/reports.ts';
import styles from './exchange-view.module.css';

/** Every parameter and header with what it means, and what was compared with what. */
export function Explained({
  exchange,
  comparisons,
  onChoose,
}: {
  exchange: Exchange;
  comparisons: readonly Comparison[];
  onChoose: (id: string) => void;
}) {
  const preflight = preflightReason(exchange);
  const error = errorOf(exchange);
  return (
    <div className={styles.explained}>
      {error && <p className={styles.error}>{error}</p>}
      <p className={styles.address}>
        <code>{exchange.url}</code>
      </p>
      {comparisons.map((comparison) => (
        <Compared key={comparison.what} comparison={comparison} onChoose={onChoose} />
      ))}
      <Table title="Parameters" fields={exchange.parameters} explain={explainParameter} />
      <Ids exchange={exchange} />
      {exchange.challenge && (
        <section>
          <h3>Claims that the API asks for</h3>
          <pre className={styles.inset}>{pretty(exchange.challenge)}</pre>
        </section>
      )}
      {preflight && (
        <p className={styles.remark}>
          The browser asked first whether this may be sent (a preflight, OPTIONS) unless it had
          asked lately: because of {preflight}. A page cannot see that request.
        </p>
      )}
      <Table title="Request headers" fields={exchange.requestHeaders} explain={explainHeader} />
      <Table
        title="Answer headers that a browser may read"
        fields={exchange.responseHeaders}
        explain={explainHeader}
      />
    </div>
  );
}

function Compared({
  comparison: { what, here, there, holds, why, with: other },
  onChoose,
}: {
  comparison: Comparison;
  onChoose: (id: string) => void;
}) {
  return (
    <section className={styles.compared} data-holds={holds}>
      <h3>
        <Icon name={holds ? 'done' : 'error'} size={16} />
        {what} {holds ? 'is the same' : 'is another'}
      </h3>
      <p>
        {what === 'code_verifier' ? 'SHA-256 of it: ' : 'Here: '}
        <code>{here}</code>
      </p>
      <p>
        <button type="button" className={styles.link} onClick={() => onChoose(other.id)}>
          {titleOf(other)}
        </button>
        : <code>{there}</code>
      </p>
      <p className={styles.remark}>{why}</p>
    </section>
  );
}

function Table({
  title,
  fields,
  explain,
}: {
  title: string;
  fields: readonly Field[];
  explain: (name: string) => Explanation | undefined;
}) {
  if (fields.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl className={styles.table}>
        {fields.map(([name, value], at) => {
          const known = explain(name);
          return (
            // A name may come twice.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={`${name} ${at}`}>
              <dt>{name}</dt>
              <dd>
                <code data-secret={value === '[redacted]'}>
                  {value === '[redacted]' ? 'secret, not recorded' : shown(name, value)}
                </code>
                {known && (
                  <span className={styles.meaning}>
                    {known.meaning} <cite>{known.source}</cite>
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function Ids({ exchange }: { exchange: Exchange }) {
  const ids: readonly (readonly [string, string | undefined])[] = [
    ['Started', formatFull(new Date(exchange.startedAt))],
    ['Exactly (UTC)', new Date(exchange.startedAt).toISOString()],
    ['API', exchange.resource],
    ['Needs', exchange.scopes.join(' ') || undefined],
    ['The token gives', exchange.tokenScopes.join(' ') || undefined],
    ['client-request-id', exchange.clientRequestId],
    ['request-id', exchange.requestId],
    ['Trace ID', exchange.traceId],
    ['Correlation ID', exchange.correlationId],
  ];
  return (
    <section>
      <h3>Facts</h3>
      <dl className={styles.table}>
        {ids.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <code>{value}</code>
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}

function shown(name: string, value: string): string {
  return name === 'claims' ? pretty(value) : value;
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
