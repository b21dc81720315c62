import { expect, test } from 'vitest';
import { begin, end, report, takeBack } from './reports.ts';

test('what is taken back before the service has answered is taken back when it has, once', () => {
  let undone = 0;
  const outcome = { words: 'Message archived', undo: () => void (undone += 1) };
  takeBack();
  begin();
  end(outcome);
  expect(undone).toBe(0);
  takeBack();
  expect(undone).toBe(1);

  begin();
  expect(report.get()).toBeUndefined();
  takeBack();
  expect(undone).toBe(1);
  end(outcome);
  expect(undone).toBe(2);
  begin();
  end(outcome);
  expect(undone).toBe(2);
});

test('what is done after something was to be taken back is not taken back in its place', () => {
  let undone = '';
  begin();
  takeBack();
  begin();
  end({ words: 'The first', undo: () => (undone += 'first') });
  end({ words: 'The second', undo: () => (undone += 'second') });
  expect(undone).toBe('');
});
