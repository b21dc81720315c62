import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { keepClaims } from '#shell/place/kept-claims-store.ts';

/** Keeps a token's claims as they are now, to be compared with what comes after a consent or a step-up. */
export function KeepButton({
  name,
  header,
  claims,
}: {
  name: string;
  header: Readonly<Record<string, unknown>>;
  claims: Readonly<Record<string, unknown>>;
}) {
  const [isKept, setKept] = useState(false);
  return (
    <>
      <Button
        kind="quiet"
        icon={isKept ? 'check' : 'compare'}
        aria-label={`Keep to compare: ${name}`}
        onClick={() => {
          keepClaims(name, header, claims);
          setKept(true);
        }}
      >
        Keep to compare
      </Button>
      <VisuallyHidden live>{isKept && 'Kept in this tab'}</VisuallyHidden>
    </>
  );
}
