import { explainNumbers } from '#shell/refusals/explain-refusal.ts';
import { Notice } from '#ui/notice.tsx';
import styles from './sign-in-screen.module.css';

/** What Entra says on a page of its own, without sending the browser back: nobody else could explain it. */
const saidThere = [
  [50011, 'the redirect URI'],
  [700016, 'the client id'],
  [90002, 'the tenant'],
  [50020, 'the account'],
  [50105, 'the assignment'],
] as const;

/** For who comes back from Microsoft's page without an answer: changed their mind, or met an error there. */
export function Unanswered() {
  return (
    <Notice live="polite" title="No answer came from Microsoft’s page">
      <p>
        If it showed an error there, it did not send you back. The number it showed says what is
        wrong:
      </p>
      {saidThere.map(([number, about]) => (
        <details key={number} className={styles.number}>
          <summary>
            AADSTS{number}: {about}
          </summary>
          <p>{explainNumbers([number])?.explanation}</p>
        </details>
      ))}
    </Notice>
  );
}
