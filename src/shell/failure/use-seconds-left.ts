import { useEffect, useState } from 'react';

/** Counts down to nought; what counts anew gets another `key`. */
export function useSecondsLeft(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const until = Date.now() + seconds * 1000;
    const timer = setInterval(
      () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000))),
      500,
    );
    return () => clearInterval(timer);
  }, [seconds]);
  return left;
}
