import { hiddenHeaders } from './readable-headers.ts';
import type { Answer } from './send-request.ts';
import styles from './answer-view.module.css';

export function AnswerHeaders({ answer }: { answer: Answer }) {
  return (
    <div className={styles.headers}>
      <dl className={styles.pairs}>
        {Object.entries(answer.headers).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>permissions asked for</dt>
          <dd>{answer.scopes.join(' ') || 'what the token had'}</dd>
        </div>
      </dl>
      <h2>What a browser may not read</h2>
      <p>
        A service names the headers that a page of another origin may see
        (Access-Control-Expose-Headers). Graph is known to send these as well:
      </p>
      <dl className={styles.pairs}>
        {hiddenHeaders(answer.headers).map(([name, says]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
