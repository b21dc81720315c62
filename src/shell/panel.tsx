import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Suspense, useId, type ReactNode } from 'react';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { FailureBoundary } from '#shell/failure/failure-boundary.tsx';
import { FailureNotice } from '#shell/failure/failure-notice.tsx';
import styles from './panel.module.css';

/**
 * One part of a screen that loads, fails and is tried again by itself; its heading stays and its neighbours go on.
 * One suspense query per panel. What shows another thing (another message) gets another `key`, so that an old failure
 * does not stay.
 */
export function Panel({
  heading,
  level: Heading = 'h2',
  headingHidden = false,
  actions,
  skeleton,
  className,
  children,
}: {
  heading: string;
  level?: 'h2' | 'h3';
  headingHidden?: boolean;
  actions?: ReactNode;
  skeleton: ReactNode;
  className?: string | undefined;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={className} aria-labelledby={id}>
      {headingHidden ? (
        <Heading id={id}>
          <VisuallyHidden>{heading}</VisuallyHidden>
        </Heading>
      ) : (
        <div className={styles.head}>
          <Heading id={id} className={styles.heading}>
            {heading}
          </Heading>
          {actions}
        </div>
      )}
      <QueryErrorResetBoundary>
        {({ reset }) => (
          <FailureBoundary
            fallback={(error, tryAgain) => (
              <div className={headingHidden ? styles.failure : undefined}>
                <FailureNotice
                  error={error}
                  onRetry={() => {
                    reset();
                    tryAgain();
                  }}
                />
              </div>
            )}
          >
            <Suspense fallback={skeleton}>{children}</Suspense>
          </FailureBoundary>
        )}
      </QueryErrorResetBoundary>
    </section>
  );
}
