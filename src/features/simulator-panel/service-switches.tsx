import { useSuspenseQuery } from '@tanstack/react-query';
import { SelectField } from '#ui/text-field.tsx';
import type { AskTenant } from './control-api.ts';
import { controlQueries } from './control-queries.ts';
import type { Tell } from './simulator-screen.tsx';
import styles from './simulator-screen.module.css';

/** Good and bad days of the services that answer beside Graph; the tenant says what each can be. */
export function ServiceSwitches({ ask, tell }: { ask: AskTenant; tell: Tell }) {
  const { data } = useSuspenseQuery(controlQueries.services(ask));
  return (
    <div className={styles.switches}>
      {data.switches.map(({ name, title, choices }) => (
        <SelectField
          key={name}
          label={title}
          value={data.chosen[name]}
          onValue={(value) => tell('services', { [name]: value })}
          description={choices.find(({ value }) => value === data.chosen[name])?.expect}
        >
          {choices.map((each) => (
            <option key={each.value} value={each.value}>
              {each.title}
            </option>
          ))}
        </SelectField>
      ))}
    </div>
  );
}
