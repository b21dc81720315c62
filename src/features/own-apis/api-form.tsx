import { useState, type FormEvent } from 'react';
import { readOwnApi, type OwnApi, type OwnApiDraft } from '#config/own-apis.ts';
import { Button } from '#ui/button.tsx';
import { TextAreaField, TextField } from '#ui/text-field.tsx';
import styles from './own-apis.module.css';

const empty: OwnApiDraft = { name: '', baseUrl: '', scopes: '', headers: '' };

/** An API is described, and checked before it is kept. */
export function ApiForm({
  first = empty,
  onSave,
  onCancel,
}: {
  first?: OwnApiDraft;
  onSave: (api: OwnApi) => void;
  onCancel: () => void;
}) {
  const [draft, setDraft] = useState(first);
  const [wasSent, setSent] = useState(false);
  const read = readOwnApi(draft);
  const problems = wasSent && 'problems' in read ? read.problems : {};
  const change = (part: Partial<OwnApiDraft>) => setDraft((before) => ({ ...before, ...part }));
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSent(true);
    if ('api' in read) return onSave(read.api);
    const wrong = (['name', 'baseUrl', 'scopes', 'headers'] as const).find(
      (name) => read.problems[name],
    );
    event.currentTarget.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
  };
  return (
    <form className={styles.form} noValidate aria-label="An API" onSubmit={save}>
      <TextField
        label="Name"
        name="name"
        value={draft.name}
        problem={problems.name}
        onValue={(name) => change({ name })}
      />
      <TextField
        label="Base URL"
        name="baseUrl"
        value={draft.baseUrl}
        placeholder="https://api.example.com/v1"
        problem={problems.baseUrl}
        onValue={(baseUrl) => change({ baseUrl })}
      />
      <TextField
        label="Scopes"
        name="scopes"
        value={draft.scopes}
        placeholder="api://00000000-0000-0000-0000-000000000000/.default"
        description="With the API’s identifier in front. .default takes everything that was agreed to; names, separated by spaces, ask for these."
        problem={problems.scopes}
        onValue={(scopes) => change({ scopes })}
      />
      <TextAreaField
        label="Headers"
        name="headers"
        isCode
        rows={3}
        value={draft.headers}
        placeholder="X-Tenant-ID: contoso"
        description="One Name: value a line, sent with every request. Kept as typed in this browser, so nothing secret."
        problem={problems.headers}
        onValue={(headers) => change({ headers })}
      />
      <div className={styles.buttons}>
        <Button kind="primary" type="submit">
          Save
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
}
