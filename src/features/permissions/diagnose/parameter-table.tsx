import { Icon } from '#ui/icon.tsx';
import type { Finding } from '#features/permissions/diagnose/checks/finding.ts';
import type { Parameter } from '#features/permissions/diagnose/read/pasted-message.ts';
import facts from '#ui/rows-table.module.css';
import { meaningOf } from './parameter-meaning.ts';
import styles from './diagnose-view.module.css';

/** Every parameter, what it is for, and whether something is to be said of it. */
export function ParameterTable({
  parameters,
  findings,
}: {
  parameters: readonly Parameter[];
  findings: readonly Finding[];
}) {
  if (parameters.length === 0) return null;
  const troubled = new Set(
    findings
      .filter(({ severity }) => severity === 'wrong' || severity === 'risky' || severity === 'old')
      .map(({ about }) => about),
  );
  return (
    <table className={`${facts.table} ${styles.table}`}>
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">Value</th>
          <th scope="col">What it is for</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map(({ name, value, place, isSecret }, at) => (
          <tr key={`${name} ${place} ${at}`}>
            <th scope="row">
              <code>{name}</code>
              {troubled.has(name) && (
                <Icon name="warning" size={16} label="something is to be mended" />
              )}
            </th>
            <td data-column="Value">
              {isSecret ? (
                <span className={styles.hidden}>
                  <Icon name="eye-off" size={16} /> {value}
                </span>
              ) : (
                <code>{value}</code>
              )}
            </td>
            <td data-column="For">{meaningOf({ name, place })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
