import { useEffect, useState } from 'react';

/** False until the time is over, or somebody does not want to wait. */
export function useReadyAfter(milliseconds: number): [boolean, () => void] {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return [ready, () => setReady(true)];
}
