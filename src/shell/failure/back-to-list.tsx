import { useLocation, useNavigate } from 'react-router';
import { onePane } from '#shell/use-reading.ts';
import { Button } from '#ui/button.tsx';

/** On a phone what was opened from a list stands in its place, and where its code is missing its way back is, too. */
export function BackToList() {
  const navigate = useNavigate();
  const { state } = useLocation();
  const { fromList = false } = (state ?? {}) as { fromList?: boolean };
  if (!fromList || !matchMedia(onePane).matches) return null;
  return (
    <Button ref={takeLostFocus} icon="back" onClick={() => void navigate(-1)}>
      Back to the list
    </Button>
  );
}

/** The row that was pressed is hidden with its list. */
function takeLostFocus(button: HTMLElement | null) {
  const { activeElement: focused, body } = document;
  if (focused === body || !focused?.checkVisibility()) button?.focus({ preventScroll: true });
}
