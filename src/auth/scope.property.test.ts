import { array, assert, constantFrom, property, shuffledSubarray, string, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { clouds, type Resource } from '#config/clouds.ts';
import { missingScopes, qualifiedScope, readScopes, shortScope } from './scope.ts';

const { global } = clouds;
const own: Resource = { title: 'Own', identifier: 'api://1234', origin: 'https://api.example' };
const letters = constantFrom(...'abcdefgXYZ.-_');
const name = string({ unit: letters, minLength: 1, maxLength: 12 });
const names = array(name, { maxLength: 8 });
const resource = constantFrom(global.graph, own, ...(global.discovery ? [global.discovery] : []));

/** As a server may say it: another order, another case, with or without the resource in front, some of them twice. */
const said = names.chain((all) =>
  tuple(
    shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
    shuffledSubarray(all),
    array(constantFrom('upper', 'lower', 'prefixed', 'plain'), {
      minLength: all.length * 2,
      maxLength: all.length * 2,
    }),
  ).map(([order, twice, spelling]) => ({
    all,
    list: [...order, ...twice]
      .map((each, at) => {
        if (spelling[at] === 'upper') return each.toUpperCase();
        if (spelling[at] === 'lower') return each.toLowerCase();
        return spelling[at] === 'prefixed' ? `https://graph.microsoft.com/${each}` : each;
      })
      .join(' '),
  })),
);

test('order, case, prefix and repetition make no permission missing', () => {
  assert(
    property(said, ({ all, list }) => {
      expect(missingScopes(all, readScopes(list))).toEqual([]);
    }),
  );
});

test('a permission that was not given is always missing, whatever else was given', () => {
  assert(
    property(names, name, (given, wanted) => {
      const others = given.filter((each) => each.toLowerCase() !== wanted.toLowerCase());
      expect(missingScopes([wanted], others)).toEqual(wanted === '.default' ? [] : [wanted]);
    }),
  );
});

test('a part of a name, or a longer name, is another permission', () => {
  assert(
    property(name, name, (first, second) => {
      expect(missingScopes([first], [`${first}${second}`, `${second}${first}`])).toEqual([first]);
    }),
  );
});

test('more permissions given never make more of them missing', () => {
  assert(
    property(names, names, names, (wanted, given, more) => {
      const before = missingScopes(wanted, given);
      expect(before).toEqual(expect.arrayContaining(missingScopes(wanted, [...given, ...more])));
    }),
  );
});

test('a list that was read once reads the same again, each permission once', () => {
  assert(
    property(said, ({ list }) => {
      const read = readScopes(list);
      expect(readScopes(read.join(' '))).toEqual(read);
      expect(new Set(read.map((each) => each.toLowerCase())).size).toBe(read.length);
    }),
  );
});

test('a name survives being sent behind its resource', () => {
  assert(
    property(resource, name, (of, scope) => {
      expect(shortScope(qualifiedScope(global, of, scope))).toBe(scope);
    }),
  );
});
