import { useDeferredValue } from 'react';
import { useSearchParams } from 'react-router';
import { useTyped } from '#features/permissions/use-typed.ts';
import { Panel } from '#shell/panel.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { SelectField, TextField } from '#ui/text-field.tsx';
import { FinderAnswer } from './finder-answer.tsx';
import { wantedRequest, withMethod } from './wanted-request.ts';
import styles from './finder-view.module.css';

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

/** By name, by request, or by what one wants to do; what is looked for stands in the address. */
export function FinderView() {
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('q') ?? '';
  const method = search.get('method') ?? 'GET';
  // Typing stays smooth while thousands of rows are looked through.
  const looked = useDeferredValue(wanted);
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  const [typed, type] = useTyped(wanted, (text) => set('q', text));
  return (
    <div className={styles.view}>
      <div className={styles.fields}>
        <TextField
          label="Permission, request or task"
          type="search"
          value={typed}
          placeholder="read my mail · Mail.Read · /me/messages"
          onValue={type}
        />
        <SelectField
          label="Method"
          // What is written before the path counts: it is shown here, and changed from here.
          value={wantedRequest(wanted, method)?.method ?? method}
          onValue={(value) => {
            const rewritten = withMethod(wanted, value);
            if (rewritten === undefined) set('method', value === 'GET' ? '' : value);
            else type(rewritten);
          }}
        >
          {methods.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </SelectField>
      </div>
      <Panel heading="Permissions" headingHidden skeleton={<Skeleton rows={6} height={46} />}>
        <FinderAnswer wanted={looked} method={method} />
      </Panel>
    </div>
  );
}
