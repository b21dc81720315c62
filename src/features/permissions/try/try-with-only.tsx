import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isOidcScope } from '#auth/scope.ts';
import { vault } from '#auth/vault.ts';
import { cloud } from '#config/settings.ts';
import { useSession } from '#shell/session/use-session.ts';
import { Button } from '#ui/button.tsx';
import { Chip } from '#ui/chip.tsx';
import { addressOf, answerInShort } from './try-request.ts';
import styles from './try-with-only.module.css';

/** One request with a token that has nothing but the chosen scopes: is it enough? */
export function TryWithOnly({
  method,
  address,
  suggested,
  named = suggested,
}: {
  method: string;
  /** Of Graph, whole or below the version. */
  address: string;
  /** What is chosen at first. */
  suggested: readonly string[];
  named?: readonly string[];
}) {
  const session = useSession();
  const url = addressOf(address, cloud().graph.origin);
  if (session.kind !== 'signed-in') return null;
  if (cloud().name !== 'simulated') return <WhyNot />;
  if (method !== 'GET') {
    return (
      <p className={styles.why}>Only what reads can be tried here; this would change something.</p>
    );
  }
  if (url === undefined) {
    return <p className={styles.why}>To try it, write an id in the place of each {'{…}'}.</p>;
  }
  const held = session.grants.find(({ resource }) => resource === cloud().graph.identifier);
  return (
    <Try
      key={`${url} ${suggested.join(' ')}`}
      url={url}
      choices={[...new Set([...suggested, ...(held?.scopes ?? []), ...named])].filter(
        (scope) => !isOidcScope(scope),
      )}
      suggested={suggested}
      held={held?.scopes ?? []}
    />
  );
}

function WhyNot() {
  return (
    <p className={styles.why}>
      It cannot be tried with a smaller token here: whatever a token request names, Entra puts every
      permission that was agreed to for this API into the token. To see a request with less, take
      the consent back first, use another registration, or try it in the simulated tenant.
    </p>
  );
}

function Try({
  url,
  choices,
  suggested,
  held,
}: {
  url: string;
  choices: readonly string[];
  suggested: readonly string[];
  held: readonly string[];
}) {
  const [chosen, setChosen] = useState<readonly string[]>(suggested);
  const sent = useMutation({
    mutationFn: async () => {
      const answer = await vault().sendWithOnly(
        { resource: cloud().graph, scopes: chosen, method: 'GET', url, cause: 'person' },
        chosen,
      );
      return answerInShort(answer);
    },
  });
  const toggle = (scope: string) =>
    setChosen(
      chosen.includes(scope) ? chosen.filter((each) => each !== scope) : [...chosen, scope],
    );
  const isHeld = (scope: string) => held.some((each) => each.toLowerCase() === scope.toLowerCase());
  const missing = chosen.filter((scope) => !isHeld(scope));
  return (
    <fieldset className={styles.try}>
      <legend>Try with only this</legend>
      <p className={styles.why}>
        <code>GET {URL.parse(url)?.pathname}</code>, once, with a token of the simulated tenant that
        has no more than
      </p>
      <div className={styles.choices}>
        {choices.map((scope) => (
          <label key={scope}>
            <input
              type="checkbox"
              checked={chosen.includes(scope)}
              onChange={() => toggle(scope)}
            />
            <code>{scope}</code>
          </label>
        ))}
      </div>
      <div className={styles.row}>
        <Button icon="send" isBusy={sent.isPending} onClick={() => sent.mutate()}>
          Try
        </Button>
        <div aria-live="polite" className={styles.answer}>
          {sent.data && (
            <>
              <Chip
                tone={sent.data.isEnough ? 'ok' : 'danger'}
                icon={sent.data.isEnough ? 'check' : 'error'}
              >
                {sent.data.status}
              </Chip>{' '}
              {sent.data.words}
            </>
          )}
          {sent.error && sent.error.message}
        </div>
      </div>
      {missing.length > 0 && (
        <p className={styles.why}>
          Not agreed to yet, so the token comes without it: {missing.join(', ')}.
        </p>
      )}
    </fieldset>
  );
}
