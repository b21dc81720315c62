import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '#shell/panel.tsx';
import { Screen } from '#shell/screen.tsx';
import { useSession } from '#shell/session/use-session.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { SelectField } from '#ui/text-field.tsx';
import { tellTenant, type AskTenant } from './control-api.ts';
import { controlQueries } from './control-queries.ts';
import { CertificateForm } from './certificate-form.tsx';
import { FaultForm } from './fault-form.tsx';
import { Knowledge } from './knowledge.tsx';
import { NobodySignedIn } from './nobody-signed-in.tsx';
import { RequestsSeen } from './requests-seen.tsx';
import { ServiceSwitches } from './service-switches.tsx';
import { clockDeeds, deedsTo, situations, type Deed } from './situations.ts';
import styles from './simulator-screen.module.css';
import { Switches } from './switches.tsx';
import { useSaveScenario } from './use-save-scenario.ts';

export type Tell = (
  what: string,
  body?: object,
  method?: 'POST' | 'DELETE',
  /** With what the tenant answered, once it has followed. */
  onDone?: (answer: unknown) => void,
) => void;

/** Everything that can be provoked in the simulated tenant, and what it knows at this moment. */
export function SimulatorScreen({ ask }: { ask: AskTenant }) {
  const session = useSession();
  const client = useQueryClient();
  const told = useMutation({
    mutationFn: ({
      what,
      body,
      method,
    }: {
      what: string;
      body: object;
      method: 'POST' | 'DELETE';
    }) => tellTenant(ask, method, what, body),
    onSettled: () => client.invalidateQueries({ queryKey: controlQueries.all() }),
  });
  const tell: Tell = (what, body = {}, method = 'POST', onDone) =>
    told.mutate({ what, body, method }, { onSuccess: (answer) => onDone?.(answer) });
  const saved = useSaveScenario(ask);
  const refusal = told.error ?? saved.error;
  const isAlone = session.kind !== 'signed-in';
  const screen = (
    <Screen
      title="Simulated tenant"
      actions={
        <>
          <Button icon="download" onClick={() => saved.mutate()}>
            Save scenario
          </Button>
          <Button icon="undo" onClick={() => tell('reset')}>
            Reset
          </Button>
        </>
      }
    >
      <p className={styles.intro}>
        What is switched here holds for this browser, the sign-in pages and the requests of every
        tab alike. Reset forgets sessions, consents and all switches. What is switched can be saved
        as a scenario: <code>npm run tenant -- --scenario</code> begins with it.
      </p>
      {isAlone && <NobodySignedIn />}
      {refusal && (
        <div className={styles.refused}>
          <Notice tone="danger" live="assertive" title="The tenant did not follow">
            <p>{refusal.message}</p>
          </Notice>
        </div>
      )}
      <Panel heading="Situations" skeleton={null}>
        <Deeds deeds={situations} tell={tell} />
      </Panel>
      <Panel heading="Switches" skeleton={null}>
        <Switches ask={ask} tell={tell} />
      </Panel>
      <Panel heading="Other services" skeleton={null}>
        <ServiceSwitches ask={ask} tell={tell} />
      </Panel>
      <Panel heading="Clock and keys" skeleton={null}>
        <Deeds deeds={clockDeeds} tell={tell} />
      </Panel>
      <Panel heading="Failures" skeleton={null}>
        <Failures ask={ask} tell={tell} />
      </Panel>
      <Panel heading="People" skeleton={null}>
        <People ask={ask} tell={tell} />
      </Panel>
      <Panel heading="Application without a person" skeleton={null}>
        <CertificateForm tell={tell} />
      </Panel>
      <Panel heading="What the tenant knows now" skeleton={null}>
        <Knowledge ask={ask} tell={tell} />
      </Panel>
      <Panel heading="What was asked" skeleton={null}>
        <RequestsSeen ask={ask} />
      </Panel>
    </Screen>
  );
  return isAlone ? <div className={styles.alone}>{screen}</div> : screen;
}

function Failures({ ask, tell }: { ask: AskTenant; tell: Tell }) {
  const { data } = useSuspenseQuery(controlQueries.state(ask));
  return <FaultForm waiting={data.steering.faults.length} tell={tell} />;
}

function People({ ask, tell }: { ask: AskTenant; tell: Tell }) {
  const { data: people } = useSuspenseQuery(controlQueries.people(ask));
  const [user, setUser] = useState(people[0]?.user ?? '');
  const person = people.find((each) => each.user === user);
  return (
    <div className={styles.people}>
      <SelectField
        label="Who"
        value={user}
        onValue={setUser}
        description={person?.remarks.join(', ') || 'nothing particular'}
      >
        {people.map((each) => (
          <option key={each.user} value={each.user}>
            {each.displayName} ({each.user})
          </option>
        ))}
      </SelectField>
      <Deeds deeds={deedsTo(user)} tell={tell} />
    </div>
  );
}

function Deeds({ deeds, tell }: { deeds: readonly Deed[]; tell: Tell }) {
  return (
    <div className={styles.cards}>
      {deeds.map(({ title, what, body, expect }) => (
        <div key={title} className={styles.card}>
          <Button onClick={() => tell(what, body)}>{title}</Button>
          <p>{expect}</p>
        </div>
      ))}
    </div>
  );
}
