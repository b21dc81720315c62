import { useId, type ComponentProps, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './field.module.css';

interface Labelled {
  label: string;
  description?: ReactNode;
  /** What is wrong with the value, when something is. */
  problem?: string | undefined;
}

export function TextField({
  label,
  description,
  problem,
  onValue,
  ...rest
}: Labelled & { onValue: (text: string) => void } & Omit<ComponentProps<'input'>, 'onChange'>) {
  const id = useId();
  return (
    <Field id={id} label={label} description={description} problem={problem}>
      <input
        autoComplete="off"
        spellCheck={false}
        {...rest}
        {...describedBy(id, description, problem)}
        className={styles.control}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    </Field>
  );
}

export function SelectField({
  label,
  description,
  problem,
  onValue,
  ...rest
}: Labelled & { onValue: (value: string) => void } & Omit<ComponentProps<'select'>, 'onChange'>) {
  const id = useId();
  return (
    <Field id={id} label={label} description={description} problem={problem}>
      <select
        {...rest}
        {...describedBy(id, description, problem)}
        className={styles.control}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    </Field>
  );
}

export function TextAreaField({
  label,
  description,
  problem,
  onValue,
  isCode = false,
  ...rest
}: Labelled & {
  onValue: (text: string) => void;
  /** Addresses, JSON and the like: every character counts. */
  isCode?: boolean;
} & Omit<ComponentProps<'textarea'>, 'onChange'>) {
  const id = useId();
  return (
    <Field id={id} label={label} description={description} problem={problem}>
      <textarea
        autoComplete="off"
        spellCheck={!isCode}
        rows={6}
        {...rest}
        {...describedBy(id, description, problem)}
        className={`${styles.control} ${styles.area}`}
        data-code={isCode || undefined}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
    </Field>
  );
}

function Field({
  id,
  label,
  description,
  problem,
  children,
}: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children}
      {description && (
        <p id={`${id}-description`} className={styles.description}>
          {description}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          <Icon name="error" size={16} />
          {problem}
        </p>
      )}
    </div>
  );
}

function describedBy(id: string, description: ReactNode, problem: string | undefined) {
  const parts = [problem && `${id}-problem`, description && `${id}-description`].filter(Boolean);
  return {
    id,
    'aria-invalid': problem !== undefined,
    ...(parts.length > 0 ? { 'aria-describedby': parts.join(' ') } : {}),
  };
}
