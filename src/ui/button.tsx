import type { ComponentProps, ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-name.ts';
import styles from './button.module.css';

interface Look {
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  icon?: IconName;
  /** The name of a button that shows only its icon. */
  label?: string;
  children?: ReactNode;
}

interface Work {
  /** What it does is under way: another press does nothing. Not disabled, which would take the focus away. */
  isBusy?: boolean;
}

export function Button({
  kind = 'plain',
  icon,
  label,
  isBusy,
  children,
  className,
  ...rest
}: Look & Work & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      {...named(label)}
      {...rest}
      {...(isBusy && { 'aria-disabled': true, onClick: undefined })}
      className={`${styles.button} ${className ?? ''}`}
      data-kind={kind}
      data-bare={children === undefined || undefined}
    >
      {icon && <Icon name={icon} size={children === undefined ? 20 : 16} />}
      {children}
    </button>
  );
}

export function ButtonLink({
  kind = 'plain',
  icon,
  label,
  children,
  className,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link
      {...named(label)}
      {...rest}
      className={`${styles.button} ${className ?? ''}`}
      data-kind={kind}
      data-bare={children === undefined || undefined}
    >
      {icon && <Icon name={icon} size={children === undefined ? 20 : 16} />}
      {children}
    </Link>
  );
}

function named(label: string | undefined) {
  return label ? { 'aria-label': label, title: label } : {};
}
