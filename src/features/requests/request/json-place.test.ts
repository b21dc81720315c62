import { assert, constantFrom, json, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { jsonProblem } from './draft.ts';
import { placeOfProblem } from './json-place.ts';

test.each([
  ['{"a": ', 'line 1, column 7: it ends too early'],
  ['{\n  "a": 1,\n  b\n}', 'line 3, column 3: b cannot'],
  ['{"a":}', 'column 6: } cannot'],
  ['{"a":1,}', 'column 8: the comma before } is one too many'],
  ['[1,\n]', 'line 2, column 1: the comma before ]'],
  ["{'a':1}", 'column 2: names and texts stand in straight double quotes'],
  ['{“a”:1}', 'column 2: names and texts'],
  ['// c\n{}', 'column 1: JSON knows no comments'],
  ['{"a":NaN}', 'column 6: N cannot'],
  ['{"a":01}', 'column 7: 1 cannot'],
  ['{"a" 1}', 'column 6: 1 cannot'],
  ['{"a":1 "b":2}', 'column 8: " cannot'],
  ['"a\nb"', 'column 3: a line end'],
  [String.raw`"\x"`, String.raw`column 2: \ cannot`],
  ['{} x', 'column 4: x cannot'],
  ['\ufeff{}', 'column 1: an invisible letter'],
  ['x'.repeat(1000), 'column 1: x cannot'],
  ['"abc', 'column 5: it ends too early'],
])(
  'the text %j is no JSON at a line and a column, whatever the browser says of it',
  (text, says) => {
    expect(jsonProblem(text)).toContain(says);
  },
);

test('what the browser takes for JSON has no problem, and the other way round', () => {
  const anything = string({
    unit: constantFrom(...'{}[]",:\\/u0e-+.1tnfa \n\u0001', 'true', 'null'),
    maxLength: 12,
  });
  assert(
    property(oneof(json(), anything), (text) => {
      const isJson = (() => {
        try {
          JSON.parse(text);
          return true;
        } catch {
          return false;
        }
      })();
      return (placeOfProblem(text) === undefined) === isJson;
    }),
    { numRuns: 20_000 },
  );
});
