import { cloud } from '#config/settings.ts';
import { hiddenHeaders } from './readable-headers.ts';
import type { Answer } from './send-request.ts';
import styles from './answer-view.module.css';

/** What came, and what came to the browser only. */
export function AnswerHeaders({ answer }: { answer: Answer }) {
  const isGraph = answer.request.resource.identifier === cloud().graph.identifier;
  return (
    <div className={styles.headers}>
      <dl className={styles.pairs}>
        {Object.entries(answer.headers).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>What a browser may not read</h2>
      <p>
        A service names the headers that a page of another origin may see
        (Access-Control-Expose-Headers), and the browser takes the others out.
        {isGraph && ' Graph is known to send these as well:'}
      </p>
      {isGraph && (
        <dl className={styles.pairs}>
          {hiddenHeaders(answer.headers).map(([name, says]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
