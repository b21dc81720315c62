import { beforeEach, expect, test } from 'vitest';
import { ApiError } from '#api/api-error.ts';
import { AuthError } from '#auth/auth-error.ts';
import {
  begin,
  refusal,
  refusalInWords,
  refuse,
  report,
  takeBack,
  untilOver,
  type Report,
} from './reports.ts';

beforeEach(() => {
  report.set(undefined);
  refusal.set(undefined);
});

const told = () => report.get()?.words;

test('what is taken back before the service has answered is taken back when it has, once', () => {
  let undone = 0;
  const outcome = { words: 'Message archived', undo: () => void (undone += 1) };
  takeBack();
  begin().end(outcome);
  expect(undone).toBe(0);
  takeBack();
  expect(undone).toBe(1);

  const second = begin();
  expect(report.get()).toBeUndefined();
  takeBack();
  expect(undone).toBe(1);
  second.end(outcome);
  expect(undone).toBe(2);
  begin().end(outcome);
  expect(undone).toBe(2);
});

test('where nothing can be taken back any more, that is said', () => {
  begin().end({ words: 'Message archived', undo: () => undefined });
  // Its time has passed.
  report.set(undefined);
  takeBack();
  expect(told()).toBe('There is nothing to take back');
  takeBack();
  expect(told()).toBe('There is nothing to take back');
  const next = begin();
  takeBack();
  expect(told()).toBeUndefined();
  next.end(undefined);
});

test('what is done after something was to be taken back is not taken back in its place', () => {
  let undone = '';
  const first = begin();
  takeBack();
  const second = begin();
  first.end({ words: 'The first', undo: () => (undone += 'first') });
  second.end({ words: 'The second', undo: () => (undone += 'second') });
  expect(undone).toBe('');
});

test('of two things under way the later one is taken back, whichever is answered first', () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    let undone = '';
    const doings = [begin(), begin()];
    takeBack();
    for (const at of order) {
      doings[at]?.end({ words: String(at), undo: () => (undone += String(at)) });
    }
    expect(undone).toBe('1');
    report.set(undefined);
  }
});

test('the report of what was done last is not lost to an answer that comes late', () => {
  const first = begin();
  const second = begin();
  second.end({ words: 'Message archived' });
  first.end({ words: 'Message flagged' });
  expect(told()).toBe('Message archived');
});

test('an early answer is not told while something later is under way, nor lost where nothing is', () => {
  const first = begin();
  const second = begin();
  first.end({ words: 'Message flagged' });
  expect(told()).toBeUndefined();
  second.end({ words: 'Message archived' });
  expect(told()).toBe('Message archived');

  const slow = begin();
  begin().end({ words: 'Done in between' });
  report.set(undefined);
  slow.tell({ words: 'Working', progress: { done: 1, total: 20, stop: () => undefined } });
  expect(told()).toBe('Working');
  slow.end({ words: '20 messages archived' });
  expect(told()).toBe('20 messages archived');
});

const error = new ApiError(
  { method: 'PATCH', url: 'https://graph.microsoft.com/v1.0/me', scopes: [] },
  { status: 403, headers: {}, body: new ArrayBuffer(0) },
);

test('a refusal stays beside what is done after it, and is told with the next one', () => {
  let again = '';
  refuse({ left: 1, all: 1, error, again: () => (again += 'a') });
  expect(refusalInWords(refusal.get()!)).toBe('The message is as it was');
  expect(refusalInWords({ left: 1, all: 4, error })).toBe('1 of 4 messages is as it was');
  begin().end({ words: 'Message archived' });
  expect(refusal.get()?.left).toBe(1);
  refuse({ left: 2, all: 6, error, again: () => (again += 'b') });
  expect(refusalInWords(refusal.get()!)).toBe('3 of 7 messages are as they were');
  refusal.get()?.again?.();
  expect(again).toBe('ab');
});

test('a permission is asked for once, for what was wanted last', () => {
  const missing = new AuthError({ kind: 'consent-required', message: '' });
  refuse({ left: 1, all: 1, error: missing });
  refuse({ left: 2, all: 2, error: missing });
  expect(refusal.get()?.left).toBe(2);
});

test('what cannot be taken back any more is over', async () => {
  const outcome: Report = { words: 'Message archived' };
  begin().end(outcome);
  let isOver = false;
  const over = untilOver(outcome).then(() => (isOver = true));
  await Promise.resolve();
  expect(isOver).toBe(false);
  report.set(undefined);
  await over;
  await untilOver(outcome);
});
