import { useState } from 'react';
import { cloud, settings } from '#config/settings.ts';
import type { useRequest } from '#features/requests/use-request.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { readDraft, type Draft } from './draft.ts';
import { scopesFor } from './needed-scopes.ts';
import styles from './parts.module.css';
import { snippet, tongues, type Tongue } from './snippets.ts';

/** The request as code, made here; the token is a variable in it. */
export function CodePanel({
  draft,
  request,
}: {
  draft: Draft;
  request: ReturnType<typeof useRequest>;
}) {
  const [tongue, setTongue] = useState<Tongue>('curl');
  const read = readDraft(draft);
  if ('problems' in read) {
    return <p className={styles.note}>{Object.values(read.problems)[0]}</p>;
  }
  const { ready } = read;
  const isGraph = ready.resource.identifier === cloud().graph.identifier;
  const scopes = scopesFor(
    ready.resource,
    cloud(),
    request.grants,
    request.needed,
    request.isPersonal,
  );
  const { login } = cloud();
  const { clientId, tenant } = settings();
  const text = snippet(tongue, ready, {
    clientId,
    authority: `${login}/${tenant}`,
    redirectUri: location.origin,
    scopes: isGraph ? scopes : scopes.map((scope) => `${ready.resource.identifier}/${scope}`),
  });
  return (
    <div className={styles.part}>
      <div className={styles.between}>
        <div role="group" aria-label="Language" className={styles.tongues}>
          {tongues.map((each) => (
            <button
              key={each}
              type="button"
              className={styles.tongue}
              aria-pressed={each === tongue}
              onClick={() => setTongue(each)}
            >
              {each}
            </button>
          ))}
        </div>
        <CopyButton text={text} label="Copy the code" />
      </div>
      {/* A long line is scrolled to with the keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles.code} tabIndex={0} aria-label={`The request for ${tongue}`}>
        {text}
      </pre>
    </div>
  );
}
