import { useDeferredValue, useId, useMemo } from 'react';
import { cloud } from '#config/settings.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import type { useRequest } from '#features/requests/use-request.ts';
import { methods, type Method } from './draft.ts';
import { addressHere, baseOf, ownApisOf, resourcesOf } from './resources.ts';
import { suggestions } from './suggest-paths.ts';
import styles from './address-bar.module.css';

/** Method, service, version and address; the address is the truth, the other choices write into it. */
export function AddressBar({ request }: { request: ReturnType<typeof useRequest> }) {
  const { draft, problems, change, finder, outcome } = request;
  const id = useId();
  const typed = useDeferredValue(draft.url);
  const paths = useMemo(() => suggestions(typed, finder?.facts), [typed, finder]);
  const isSending = outcome.kind === 'sending';
  const isGraph = URL.parse(draft.url)?.origin === cloud().graph.origin;
  const services = resourcesOf(cloud(), ownApisOf(), draft.url);
  const chosen = services.find(({ origin }) => origin === URL.parse(draft.url)?.origin);
  const meant = problems.url ? addressHere(draft.url, cloud()) : undefined;
  const version = /^https:\/\/[^/]+\/(v1\.0|beta)(?=\/|$)/.exec(draft.url)?.[1];
  return (
    <div className={styles.bar}>
      <select
        // Ids that stay the same: by them the focus is put back after a reload.
        id="request-method"
        aria-label="Method"
        className={styles.method}
        data-method={draft.method}
        value={draft.method}
        onChange={(event) => change({ method: event.currentTarget.value as Method })}
      >
        {methods.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <select
        id="request-service"
        aria-label="Service"
        className={styles.service}
        value={chosen?.identifier ?? ''}
        onChange={(event) => {
          const next = services.find(({ identifier }) => identifier === event.currentTarget.value);
          if (next) change({ url: `${next.origin}${baseOf(next, cloud())}/` });
        }}
      >
        {!chosen && <option value="">another</option>}
        {services.map(({ identifier, title }) => (
          <option key={identifier} value={identifier}>
            {title}
          </option>
        ))}
      </select>
      {isGraph && (
        <select
          id="request-version"
          aria-label="Version"
          className={styles.version}
          value={version ?? 'v1.0'}
          onChange={(event) =>
            change({
              url: draft.url.replace(
                /^(https:\/\/[^/]+)(?:\/(?:v1\.0|beta)(?=\/|$))?/,
                `$1/${event.currentTarget.value}`,
              ),
            })
          }
        >
          <option>v1.0</option>
          <option>beta</option>
        </select>
      )}
      <span className={styles.send}>
        {isSending ? (
          <Button icon="stop" onClick={request.stop}>
            Stop
          </Button>
        ) : (
          <Button
            kind="primary"
            icon="send"
            aria-keyshortcuts="Control+Enter"
            onClick={() => request.send()}
          >
            Send
          </Button>
        )}
      </span>
      <input
        id="request-address"
        aria-label="Address"
        aria-invalid={problems.url !== undefined}
        aria-describedby={problems.url ? `${id}-problem` : undefined}
        className={styles.address}
        list={`${id}-paths`}
        value={draft.url}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        onChange={(event) => change({ url: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          request.send();
        }}
      />
      <datalist id={`${id}-paths`}>
        {paths.map((path) => (
          <option key={path}>{path}</option>
        ))}
      </datalist>
      {problems.url && (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          <Icon name="error" size={16} />
          {problems.url}
        </p>
      )}
      {meant && (
        <p className={styles.meant}>
          Here it is <code>{meant}</code>.{' '}
          <Button
            onClick={() => {
              const method = methods.find((each) => draft.url.trim().startsWith(`${each} `));
              change({ url: meant, ...(method ? { method } : {}) });
            }}
          >
            Take that
          </Button>
        </p>
      )}
    </div>
  );
}
