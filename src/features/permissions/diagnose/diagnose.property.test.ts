import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import { maskText } from './mask-text.ts';

const client = '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12';
const login = 'https://login.microsoftonline.com';

/** Of parameters whose values are masked at once. */
const secretNames = fc.constantFrom(
  'code',
  'code_verifier',
  'client_secret',
  'refresh_token',
  'access_token',
  'id_token',
  'client_assertion',
  'password',
);

test('no secret survives the reading, in whatever form it came', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9]{20,60}$/);
  fc.assert(
    fc.property(secretNames, secret, fc.integer({ min: 0, max: 4 }), (name, value, shape) => {
      const body = `client_id=${client}&grant_type=authorization_code&${name}=${value}`;
      const forms = [
        body,
        `POST ${login}/common/oauth2/v2.0/token HTTP/1.1\n\n${body}`,
        `curl ${login}/common/oauth2/token -d '${body}' -H 'Authorization: Bearer ${value}'`,
        `https://app.example/cb#state=x&${name}=${value}`,
        JSON.stringify({
          request: {
            method: 'POST',
            url: `${login}/common/oauth2/token?${name}=${value}`,
            postData: { text: body },
          },
        }),
      ];
      expect(JSON.stringify(diagnose(forms[shape] ?? ''))).not.toContain(value);
    }),
  );
});

test('nothing that can be pasted breaks it', () => {
  const pieces = fc.constantFrom(
    'POST ',
    'GET ',
    'curl ',
    'https://',
    login,
    '/oauth2/v2.0/token',
    '?',
    '#',
    '&',
    '&amp;',
    '=',
    '%',
    '%2',
    '%ZZ',
    ' HTTP/1.1',
    '\n',
    '{',
    '}',
    '"',
    "'",
    'code',
    'scope=',
    'Content-Disposition: form-data; name="a"',
    '----',
    '\\',
    '\u0000',
    '\ud800',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 12 })), { maxLength: 40 }),
      (parts) => {
        expect(Array.isArray(diagnose(parts.join('')))).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});

test('the text itself loses every secret, and says as much of it afterwards', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9._~-]{20,60}$/);
  fc.assert(
    fc.property(secretNames, secret, (name, value) => {
      const body = `client_id=${client}&grant_type=authorization_code&${name}=${value}&state=s`;
      const url = `${login}/common/oauth2/v2.0/token`;
      const forms = [
        body,
        `POST ${url} HTTP/1.1\nAuthorization: Bearer ${value}\nCookie: session=${value}; x=${value}\n\n${body}`,
        `curl ${url} -d '${body}' --data-urlencode "${name}=${value}" -H 'Authorization: Bearer ${value}'`,
        `https://app.example/cb#${name}=${value}&state=x`,
        body.replaceAll('&', '&amp;'),
        encodeURIComponent(body),
        JSON.stringify({ [name]: value, inner: JSON.stringify({ [name]: value }) }),
        JSON.stringify({
          request: {
            method: 'POST',
            url: `${url}?${name}=${value}`,
            postData: { text: body, params: [{ name, value }] },
          },
        }),
        `Content-Disposition: form-data; name="${name}" ${value} ----Boundary`,
      ];
      for (const form of forms) {
        const masked = maskText(form);
        if (masked.includes(value)) throw new Error(`${form} kept ${value}: ${masked}`);
        if (maskText(masked) !== masked) throw new Error(`${masked} is masked twice`);
      }
      const read = (text: string) =>
        diagnose(text).map(({ kind, findings }) => ({ kind, findings }));
      expect(read(maskText(forms[1] ?? ''))).toEqual(read(forms[1] ?? ''));
    }),
  );
});
