import { expect, test } from 'vitest';
import { readSource, sourceQuery } from './mail-source.ts';
import { partQuery } from './part-query.ts';

const source = (query: string) =>
  readSource('inbox', new URLSearchParams(query), 'adele@northlight.example');

test('a part of a folder is filtered by what it is ordered by first, or Graph finds it too complex', () => {
  const query = partQuery(source('show=unread'), 0, 0);
  expect(query).toEqual({
    $filter: 'receivedDateTime ge 1900-01-01T00:00:00Z and isRead eq false',
    $orderby: 'receivedDateTime desc',
    $top: 25,
    $count: true,
  });
  expect(partQuery(source('show=flagged'), 25, 27)).toMatchObject({
    $filter: expect.stringMatching(/^receivedDateTime .* flag\/flagStatus eq 'flagged'$/),
    $skip: 27,
    $top: 100,
  });
});

test('a search is asked without order, filter and place, which it refuses', () => {
  expect(partQuery(source('q=from:lidia&in=all'), 50, 50)).toEqual({
    $search: '"from:lidia"',
    $top: 50,
  });
});

test('quotation marks of a phrase are kept inside those of the search', () => {
  expect(partQuery(source('q=subject:"a b"'), 0, 0)).toMatchObject({
    $search: '"subject:\\"a b\\""',
  });
});

test('messages to oneself are looked for, because recipients cannot be filtered by', () => {
  expect(partQuery(source('show=to-me'), 0, 0)).toMatchObject({
    $search: '"to:adele@northlight.example"',
  });
  expect(partQuery(source('show=attachments&q=lens'), 0, 0)).toMatchObject({
    $search: '"lens AND hasAttachments:true"',
  });
});

test('the address says what is shown, and nothing where that is the whole folder', () => {
  expect(sourceQuery({})).toBe('');
  expect(sourceQuery({ words: 'from:a b', everywhere: true, part: 'attachments' })).toBe(
    '?q=from%3Aa+b&in=all&show=attachments',
  );
  expect(sourceQuery({ everywhere: true })).toBe('');
  expect(source('show=nonsense').part).toBeUndefined();
});
