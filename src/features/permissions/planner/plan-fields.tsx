import { cloud, isTenant } from '#config/settings.ts';
import { Button } from '#ui/button.tsx';
import { SelectField, TextAreaField, TextField } from '#ui/text-field.tsx';
import { useTyped } from '#features/permissions/use-typed.ts';
import type { Plan, PlanField } from './use-plan.ts';
import styles from './planner.module.css';

export function PlanFields({
  plan,
  set,
}: {
  plan: Plan;
  set: (name: PlanField, value: string) => void;
}) {
  const [scopes, typeScopes] = useTyped(plan.scopes, (text) => set('scopes', text));
  const [tenant, typeTenant] = useTyped(plan.tenant, (text) => set('tenant', text));
  const add = (scope: string) => set('scopes', `${plan.scopes} ${scope}`.trim());
  return (
    <section aria-label="What to ask" className={styles.fields}>
      <div className={styles.wide}>
        <TextAreaField
          label="Scopes"
          description="Of Graph by their names; of another API with its identifier in front. Several APIs can be asked for on one page."
          isCode
          rows={2}
          value={scopes}
          onValue={typeScopes}
        />
        <p className={styles.suggestions}>
          {suggestions().map((scope) => (
            <Button
              key={scope}
              kind="quiet"
              icon="add"
              aria-label={`Add ${scope}`}
              isBusy={plan.scopes.split(/\s+/).includes(scope)}
              onClick={() => add(scope)}
            >
              {scope.replace(/^https:\/\//, '')}
            </Button>
          ))}
        </p>
      </div>
      <SelectField label="Prompt" value={plan.prompt} onValue={(value) => set('prompt', value)}>
        <option value="">as usual: asks what is new</option>
        <option value="consent">consent: shows the permissions again</option>
        <option value="select_account">select_account: which account</option>
        <option value="login">login: the credentials again</option>
        <option value="none">none: no question, or an error</option>
      </SelectField>
      <TextField
        label="Tenant"
        placeholder="the one you are in"
        value={tenant}
        problem={
          plan.tenant !== '' && !isTenant(plan.tenant)
            ? 'An id, a domain, common, organizations or consumers.'
            : undefined
        }
        onValue={typeTenant}
      />
      <SelectField
        label="Domain hint"
        value={plan.domain}
        onValue={(value) => set('domain', value)}
      >
        <option value="">none: your account is named instead</option>
        <option value="organizations">organizations</option>
        <option value="consumers">consumers</option>
      </SelectField>
    </section>
  );
}

/** One of each fate. */
function suggestions(): string[] {
  const { discovery } = cloud();
  return [
    'Contacts.Read',
    'Mail.Read',
    'ServiceHealth.Read.All',
    ...(discovery ? [`${discovery.identifier}/.default`] : []),
  ];
}
