import type { ApiError } from '#api/api-error.ts';
import type { useRequest } from '#features/requests/use-request.ts';
import { cloud } from '#config/settings.ts';
import { explainRefusal } from '#shell/refusals/explain-refusal.ts';
import { readRefusal } from '#shell/refusals/read-refusal.ts';
import { useSignIn } from '#shell/session/use-sign-in.ts';
import { clockTime } from '#features/requests/saved/entry-words.ts';
import { missingFor } from '#features/requests/request/needed-scopes.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Answer } from './send-request.ts';
import styles from './answer-view.module.css';

/** Why the service said no, what mends it, and the button for that where there is one. */
export function RefusedAnswer({
  answer,
  error,
  request,
}: {
  answer: Answer;
  error: ApiError;
  request: ReturnType<typeof useRequest>;
}) {
  const { signIn, leaving } = useSignIn();
  const text = new TextDecoder().decode(answer.body.subarray(0, 100_000));
  const { meaning } = explainRefusal({ ...readRefusal(text), status: answer.status });
  const { graph } = cloud();
  const granted =
    request.grants.find(({ resource }) => resource === graph.identifier)?.scopes ?? [];
  const ways = (request.isPersonal ? request.needed?.personal : request.needed?.work) ?? [];
  const lacks = answer.status === 403 ? missingFor(ways, granted) : undefined;
  const wait = error.retryAfter;
  const canAgain = [429, 500, 502, 503, 504].includes(answer.status);
  return (
    <div className={styles.refused}>
      <Notice
        tone={answer.status === 429 ? 'warn' : 'danger'}
        title={error.code ? `${error.code}: ${error.message}` : error.message}
        live="polite"
        actions={
          canAgain ? (
            <Button icon="retry" onClick={() => request.send()}>
              Send again
            </Button>
          ) : (
            lacks && (
              <Button
                kind="primary"
                disabled={leaving}
                onClick={() =>
                  signIn(
                    { kind: 'grant', resource: graph, scopes: [lacks.missing] },
                    request.returnTo,
                  )
                }
              >
                Allow {lacks.missing}
              </Button>
            )
          )
        }
      >
        {answer.status === 429 && (
          <p>
            {wait === undefined
              ? 'Throttled; the service did not say for how long. Wait some seconds.'
              : `Throttled for ${wait} ${wait === 1 ? 'second' : 'seconds'}, until ${clockTime(answer.at + answer.duration + wait * 1000)}, says the service (Retry-After).`}
          </p>
        )}
        {meaning && (
          <p>
            {meaning.means} {meaning.mends}
          </p>
        )}
        {lacks?.outline !== undefined && (
          <p>
            With {lacks.outline} only an outline may be read, without bodies for instance; what was
            asked for beyond it takes {lacks.missing}.
          </p>
        )}
        {answer.status === 403 && ways.length > 0 && !lacks && (
          <p>
            The token has a permission that opens this call; what is missing is something else, such
            as a role.
          </p>
        )}
      </Notice>
    </div>
  );
}
