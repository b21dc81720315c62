import { useRef, useState, type FormEvent } from 'react';
import { vault } from '#auth/vault.ts';
import { clouds, type CloudName } from '#config/clouds.ts';
import { keepChosenSettings, readChosenSettings } from '#config/settings-store.ts';
import { checkSettings } from '#config/check-settings.ts';
import { settings, simulatedSettings, type Settings } from '#config/settings.ts';
import { Front } from '#shell/frame/front.tsx';
import { PageTitle } from '#shell/page-title.tsx';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { SelectField, TextField } from '#ui/text-field.tsx';
import { RegistrationGuide } from './registration-guide.tsx';
import styles from './setup-screen.module.css';

const realClouds = Object.values(clouds).filter(({ name }) => name !== 'simulated');

/** "Use my own tenant": what is typed is checked as it is typed, and kept in this browser. None of it is secret. */
export function SetupScreen() {
  const [draft, setDraft] = useState(firstDraft);
  const [refused, setRefused] = useState(false);
  const change = (part: Partial<Settings>) => setDraft({ ...draft, ...part });

  const enter = (choice: Settings | undefined) => {
    if (!keepChosenSettings(choice)) return setRefused(true);
    // Whoever is known here is known in another world than the one that is entered.
    vault().forgetHint();
    location.assign(import.meta.env.BASE_URL);
  };
  return (
    <Front>
      <div className={styles.setup}>
        <div className={styles.intro}>
          <PageTitle title="Use my own tenant" className={styles.title} />
          <p>
            Register an app once in your tenant, then tell this page its client id. Nothing here is
            secret; it is kept in this browser only.
          </p>
        </div>
        <div className={styles.columns}>
          <div className={styles.choice}>
            <SettingsForm draft={draft} onChange={change} onSave={() => enter(trimmed(draft))} />
            {refused && (
              <Notice tone="danger" live="assertive" title="The browser did not keep this">
                <p>Storage is closed to this page, for example in a private window.</p>
              </Notice>
            )}
            <OtherWorlds onEnter={enter} />
          </div>
          <RegistrationGuide cloud={clouds[draft.cloud]} tenant={draft.tenant} />
        </div>
      </div>
    </Front>
  );
}

function SettingsForm({
  draft,
  onChange,
  onSave,
}: {
  draft: Settings;
  onChange: (part: Partial<Settings>) => void;
  onSave: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [submitted, setSubmitted] = useState(false);
  const problems = checkSettings(draft);
  // An empty field is not wrong yet while somebody is on the way to it.
  const shown = (name: keyof Settings) =>
    submitted || draft[name] !== '' ? problems[name] : undefined;

  const save = (event: FormEvent) => {
    event.preventDefault();
    setSubmitted(true);
    if (Object.keys(problems).length === 0) return onSave();
    const firstWrong = (['clientId', 'tenant', 'cloud'] as const).find((name) => problems[name]);
    form.current?.querySelector<HTMLElement>(`[name="${firstWrong}"]`)?.focus();
  };
  return (
    <form ref={form} className={styles.form} noValidate onSubmit={save}>
      <SelectField
        label="Cloud"
        name="cloud"
        value={draft.cloud}
        problem={shown('cloud')}
        onValue={(cloud) => onChange({ cloud: cloud as CloudName })}
      >
        {realClouds.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </SelectField>
      <TextField
        label="Application (client) id"
        name="clientId"
        value={draft.clientId}
        placeholder="00000000-0000-0000-0000-000000000000"
        problem={shown('clientId')}
        onValue={(clientId) => onChange({ clientId })}
      />
      <TextField
        label="Tenant"
        name="tenant"
        value={draft.tenant}
        description="common, organizations, consumers, a tenant id, or a verified domain such as contoso.onmicrosoft.com"
        problem={shown('tenant')}
        onValue={(tenant) => onChange({ tenant })}
      />
      <Button kind="primary" type="submit">
        Save and sign in
      </Button>
    </form>
  );
}

function OtherWorlds({ onEnter }: { onEnter: (choice: Settings | undefined) => void }) {
  const chosen = readChosenSettings();
  const simulated = settings().cloud === 'simulated';
  return (
    <div className={styles.others}>
      {chosen && (
        <p>
          You chose the present settings in this browser.{' '}
          <Button onClick={() => onEnter(undefined)}>Forget my choice</Button>
        </p>
      )}
      {!chosen && !simulated && (
        <p>
          The present settings come from <code>config.json</code> of this deployment. What you save
          here takes their place in this browser.
        </p>
      )}
      {import.meta.env.SIMULATOR && (
        <p>
          <Button
            icon="beaker"
            onClick={() =>
              simulated ? location.assign(import.meta.env.BASE_URL) : onEnter(simulatedSettings)
            }
          >
            {simulated ? 'Stay in the simulated tenant' : 'Use the simulated tenant'}
          </Button>
        </p>
      )}
    </div>
  );
}

function firstDraft(): Settings {
  const present = settings();
  return present.cloud === 'simulated'
    ? { cloud: 'global', clientId: '', tenant: 'common' }
    : present;
}

function trimmed(draft: Settings): Settings {
  return { ...draft, clientId: draft.clientId.trim(), tenant: draft.tenant.trim() };
}
