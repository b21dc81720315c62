import { useSyncExternalStore } from 'react';
import { maskText } from '#features/permissions/diagnose/mask-text.ts';
import { TextAreaField } from '#ui/text-field.tsx';
import type { readRegistered } from './read-registered.ts';
import { registeredDraft } from './registered-draft.ts';
import styles from './ledger-view.module.css';

export function RegisteredField({ registered }: { registered: ReturnType<typeof readRegistered> }) {
  const text = useSyncExternalStore(registeredDraft.subscribe, registeredDraft.get);
  return (
    <section aria-label="What is registered" className={styles.registered}>
      <TextAreaField
        label="What the registration lists (optional)"
        description="The app manifest, its requiredResourceAccess, or a list of scopes. An app cannot read its own registration, so this column rests on what is written here. It stays in this tab."
        problem={registered && 'problem' in registered ? registered.problem : undefined}
        isCode
        rows={4}
        data-draft="registered"
        value={text}
        onValue={(value) => registeredDraft.set(maskText(value))}
      />
      {registered && 'scopes' in registered && (
        <p aria-live="polite" className={styles.meaning}>
          {registered.scopes.length} delegated{' '}
          {registered.scopes.length === 1 ? 'permission' : 'permissions'} read.
          {registered.roles > 0 &&
            ` ${registered.roles} for apps alone left out: no person’s token has them.`}
          {registered.unknown.length > 0 &&
            ` Ids with no name known here: ${registered.unknown.join(', ')}.`}
        </p>
      )}
    </section>
  );
}
