import { useState } from 'react';
import type { PermissionFinder } from '#api/permissions/needed-permissions.ts';
import { cloud } from '#config/settings.ts';
import { CopyButton } from '#ui/copy-button.tsx';
import { SelectField } from '#ui/text-field.tsx';
import {
  asMarkdown,
  asRequiredResourceAccess,
  asScopeString,
  rowsOf,
  type Which,
} from './export-ledger.ts';
import type { LedgerRow } from './ledger.ts';
import styles from './ledger-view.module.css';

export function CopyLedger({
  rows,
  finder,
}: {
  rows: readonly LedgerRow[];
  finder: PermissionFinder;
}) {
  const [which, setWhich] = useState<Which>('needed');
  const chosen = rowsOf(rows, which);
  const manifest = asRequiredResourceAccess(chosen, cloud(), finder);
  return (
    <section aria-label="Take it elsewhere" className={styles.copy}>
      <SelectField
        label="Copy the scopes that are"
        value={which}
        onValue={(value) => setWhich(value as Which)}
      >
        <option value="needed">needed</option>
        <option value="used">used</option>
        <option value="granted">granted</option>
        <option value="requested">requested</option>
      </SelectField>
      <div className={styles.buttons}>
        <CopyButton text={asScopeString(chosen, cloud())}>As scope string</CopyButton>
        <CopyButton text={manifest.text}>As requiredResourceAccess</CopyButton>
        <CopyButton text={asMarkdown(rows)}>Whole ledger as Markdown</CopyButton>
      </div>
      <p className={styles.meaning}>
        {chosen.length === 0 ? 'None yet.' : chosen.map(({ scope }) => scope).join(' ')}
        {manifest.leftOut.length > 0 &&
          ` (Not in requiredResourceAccess, because their ids are not known here: ${manifest.leftOut.join(', ')}.)`}
      </p>
    </section>
  );
}
