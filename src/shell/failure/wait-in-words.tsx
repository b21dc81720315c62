import { retryDelay } from '#http/retry.ts';
import { useFailure } from './use-failure.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

/** What happened, and when it is asked for again. The seconds are not read out. */
export function WaitInWords({ error, failures }: { error: unknown; failures: number }) {
  const { title } = useFailure(error);
  const left = useSecondsLeft(Math.ceil(retryDelay(failures - 1, error) / 1000));
  return (
    <>
      <output>{title}.</output>{' '}
      <span aria-hidden>{left > 0 ? `Asking again in ${left} s` : 'Asking again'}</span>
    </>
  );
}
