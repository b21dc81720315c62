import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registerCommands, type Command } from './commands.ts';
import { press, pressLate } from './press.ts';

/** As much of a document as keys look at. */
let page: { activeElement: unknown; querySelector: () => unknown } & EventTarget;
let ends: (() => void)[];
let did: string[];

const body = { nodeType: 1, closest: () => null };
const field = { nodeType: 1, closest: () => field };

function pressed(key: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent {
  const event = {
    key,
    target: body,
    timeStamp: performance.now(),
    preventDefault: () => undefined,
    ...more,
  };
  return event as unknown as KeyboardEvent;
}

function offer(...keys: string[]): void {
  const list = keys.map((key): Command => ({
    id: key,
    words: key,
    group: 'Test',
    keys: [key],
    run: () => did.push(key),
  }));
  ends.push(registerCommands(list));
}

const late = (...keys: KeyboardEvent[]) => ends.push(pressLate(keys));

beforeEach(() => {
  page = Object.assign(new EventTarget(), { activeElement: body, querySelector: () => null });
  vi.stubGlobal('document', page);
  [ends, did] = [[], []];
});

afterEach(() => {
  for (const end of ends) end();
  vi.unstubAllGlobals();
});

test('keys that came too early are done in their order, sequences too', () => {
  offer('?', 'g c');
  late(pressed('g'), pressed('c'), pressed('?'));
  expect(did).toEqual(['g c', '?']);
});

test('the first key of a sequence may have come too early, and the second not', () => {
  offer('g c');
  late(pressed('g'));
  press(pressed('c'));
  expect(did).toEqual(['g c']);
});

test('what nobody offers yet waits until somebody does, and is done once', () => {
  late(pressed('/'));
  offer('x');
  expect(did).toEqual([]);
  offer('/');
  offer('y');
  expect(did).toEqual(['/']);
});

test('whoever writes by then, clicks, presses another key or has waited too long is left alone', () => {
  offer('?', 'x');
  page.activeElement = field;
  late(pressed('?'));
  page.activeElement = body;
  late(pressed('?', { timeStamp: performance.now() - 31_000 }));
  late(pressed('a'));
  page.dispatchEvent(new Event('pointerdown'));
  offer('a');
  late(pressed('b'));
  press(pressed('x'));
  offer('b');
  expect(did).toEqual(['x']);
});

test('what was written into a field was for the field', () => {
  offer('?');
  late(pressed('?', { target: field as unknown as EventTarget }));
  expect(did).toEqual([]);
});
