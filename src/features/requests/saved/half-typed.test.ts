import { expect, test } from 'vitest';
import { asTemplate } from './saved-request.ts';

const written = {
  method: 'POST',
  url: 'https://graph.microsoft.com/v1.0/me',
  headers: '',
} as const;

test.each([
  '{"password": "hunter2',
  '{"password": "hunter2", "a": ',
  '{"password": "hunter2"} and more',
  ' [{"client_secret":"hunter2"',
])('what is secret in a body that is not whole yet (%s) is none of the address', (body) => {
  const template = asTemplate({ ...written, body });
  expect(template.body).toBe(body.replace('hunter2', '{{secret1}}'));
});
