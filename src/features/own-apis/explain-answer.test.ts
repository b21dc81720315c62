import { expect, test } from 'vitest';
import { explainAnswer, explainCors, explainNoAnswer } from './explain-answer.ts';

const answer = (status: number, challenge = '') => ({
  status,
  headers: challenge === '' ? {} : { 'www-authenticate': challenge },
  body: '',
});

test('a 403 without a token is told apart from one to a token that is too small', () => {
  expect(explainAnswer('without-token', answer(403))).toContain('where others answer 401');
  const small = explainAnswer('small-token', answer(403, 'Bearer scope="api://a/Things.Read"'));
  expect(small).toContain('api://a/Things.Read');
});

test('a missing header is not blamed on the token', () => {
  expect(explainAnswer('without-headers', answer(403))).toContain('although the token is good');
});

test('a 401 with a made-up token is as it should be, with a true one it is not', () => {
  expect(explainAnswer('without-token', answer(401))).toContain('as it should be');
  expect(explainAnswer('token', answer(401))).toContain('does not take the token');
});

test('no preflight is claimed where none took place', () => {
  expect(explainCors(true, [])).toContain('no preflight');
  expect(explainCors(false, ['X-Tenant-ID'])).toContain(
    'authorization, client-request-id, x-tenant-id',
  );
});

test('where no answer came, what the API has to send is written out', () => {
  const api = { origin: 'https://api.example', headers: { 'X-Tenant-ID': 'contoso' } };
  const [first, second] = explainNoAnswer(api, 'https://app.example');
  expect(first).toContain('Access-Control-Allow-Origin: https://app.example');
  expect(first).toContain(
    'Access-Control-Allow-Headers: authorization, client-request-id, x-tenant-id',
  );
  expect(second).toContain('https://api.example');
});
