import { expect, test } from 'vitest';
import type { Session } from '#auth/session.ts';
import { sessionMoment } from './session-moment.ts';

test('the same news is the same moment; equal news that came later is another', () => {
  const first: Session = { kind: 'signing-in' };
  const second: Session = { kind: 'signing-in' };
  const moment = sessionMoment(first);
  expect(sessionMoment(first)).toBe(moment);
  expect(sessionMoment(second)).not.toBe(moment);
  expect(sessionMoment(first)).toBe(moment);
});
