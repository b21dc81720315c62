import type { useRequest } from '#features/requests/use-request.ts';
import styles from './parts.module.css';
import { sendByKey } from './send-by-key.ts';

const useful = [
  ['Prefer: outlook.body-content-type="text"', 'bodies as text'],
  ['Prefer: IdType="ImmutableId"', 'ids that stay when a thing is moved'],
  ['ConsistencyLevel: eventual', '$search and $count of the directory'],
  ['Prefer: odata.maxpagesize=20', 'pages of 20, where $top is not taken'],
] as const;

/** Stays the same: by it the focus is put back after a reload. */
const id = 'request-headers';

export function HeadersField({ request }: { request: ReturnType<typeof useRequest> }) {
  const { draft, problems, change } = request;
  return (
    <div className={styles.part}>
      <label htmlFor={id} className={styles.heading}>
        One “Name: value” a line. The token is put in by itself.
      </label>
      <textarea
        id={id}
        className={styles.text}
        rows={5}
        spellCheck={false}
        aria-invalid={problems.headers !== undefined}
        aria-describedby={problems.headers ? `${id}-problem` : undefined}
        value={draft.headers}
        onChange={(event) => change({ headers: event.currentTarget.value })}
        onKeyDown={(event) => sendByKey(event, request.send)}
      />
      {problems.headers && (
        <p id={`${id}-problem`} role="alert" className={styles.problem}>
          {problems.headers}
        </p>
      )}
      <ul className={styles.options}>
        {useful.map(([line, does]) => (
          <li key={line}>
            <button
              type="button"
              className={styles.option}
              onClick={() =>
                change({ headers: [draft.headers.trimEnd(), line].filter(Boolean).join('\n') })
              }
            >
              <code>{line}</code> {does}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
