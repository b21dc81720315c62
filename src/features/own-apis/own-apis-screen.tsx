import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { changeOwnApis } from '#api/own-api.ts';
import { draftOf, simulatedOwnApi, type OwnApi } from '#config/own-apis.ts';
import { cloud } from '#config/settings.ts';
import { Panel } from '#shell/panel.tsx';
import { Screen } from '#shell/screen.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { ApiCard } from './api-card.tsx';
import { ApiForm } from './api-form.tsx';
import { ownApisQueries } from './own-apis-queries.ts';
import styles from './own-apis.module.css';

/** APIs that are none of Microsoft's: the same sign-in, a token of their own. */
export function OwnApisScreen() {
  return (
    <Screen title="Own APIs">
      <p className={styles.intro}>
        An API that your organisation registered in Entra is a resource like any of Microsoft’s: the
        same sign-in gets a token for it and for nothing else. Some also want a header that names
        the tenancy, such as X-Tenant-ID.
      </p>
      <Panel heading="The APIs" headingHidden skeleton={<Skeleton rows={3} height={60} />}>
        <Apis />
      </Panel>
    </Screen>
  );
}

function Apis() {
  const { data: apis } = useSuspenseQuery(ownApisQueries.all());
  const client = useQueryClient();
  const [edited, setEdited] = useState<OwnApi | 'new'>();
  const change = useMutation({
    mutationFn: async (next: readonly OwnApi[]) => {
      const isKept = await changeOwnApis(next);
      client.setQueryData(ownApisQueries.all().queryKey, next);
      return isKept;
    },
  });
  const save = (api: OwnApi) => {
    const others = apis.filter((each) => each !== edited && each.identifier !== api.identifier);
    change.mutate([...others, api]);
    setEdited(undefined);
  };
  const lacksExample =
    cloud().name === 'simulated' &&
    apis.every(({ identifier }) => identifier !== simulatedOwnApi.identifier);
  return (
    <div className={styles.list}>
      {change.data === false && (
        <Notice tone="warn" live="polite" title="This browser keeps nothing">
          <p>The APIs are here until the page is left.</p>
        </Notice>
      )}
      {change.isError && (
        <Notice tone="danger" live="assertive" title="The APIs could not be changed">
          <p>Reload the page and try again.</p>
        </Notice>
      )}
      {apis.map((api) =>
        api === edited ? (
          <ApiForm
            key={api.identifier}
            first={draftOf(api)}
            onSave={save}
            onCancel={() => setEdited(undefined)}
          />
        ) : (
          <ApiCard
            key={api.identifier}
            api={api}
            onEdit={() => setEdited(api)}
            onRemove={() => change.mutate(apis.filter((each) => each !== api))}
          />
        ),
      )}
      {apis.length === 0 && edited === undefined && <p className={styles.intro}>None yet.</p>}
      {edited === 'new' ? (
        <ApiForm onSave={save} onCancel={() => setEdited(undefined)} />
      ) : (
        <div className={styles.buttons}>
          <Button kind="primary" icon="add" onClick={() => setEdited('new')}>
            Add an API
          </Button>
          {lacksExample && (
            <Button icon="beaker" onClick={() => change.mutate([...apis, simulatedOwnApi])}>
              Add {simulatedOwnApi.title}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
