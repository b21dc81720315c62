import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import { maskText } from './mask-text.ts';

const client = '9b7c1f0e-5a3d-4c58-8f21-6d0e4a7b3c12';
const login = 'https://login.microsoftonline.com';
const token = `${login}/contoso.example/oauth2/v2.0/token`;
const rest = `client_id=${client}&redirect_uri=https%3A%2F%2Fapp.example%2F&scope=openid&state=abcdefghijklmnop&nonce=abcdefghijklmnop`;
const fields = `grant_type=client_credentials&client_id=${client}&client_secret=canary-of-wget&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default`;

/** What the screen does: masked first, then read. */
const read = (pasted: string) => diagnose(maskText(pasted));

test('what a HAR entry was answered is read behind what was asked, and nothing of it is kept secret from the mask', () => {
  const entry = (response: object) =>
    JSON.stringify({
      request: { method: 'POST', url: token, postData: { text: fields } },
      response,
    });
  const refusal = {
    error: 'invalid_scope',
    error_description: 'AADSTS28000: no',
    error_codes: [28000],
  };
  const answered = read(entry({ status: 400, content: { text: JSON.stringify(refusal) } }));
  expect(answered.map(({ kind }) => kind)).toEqual(['token', 'token-answer']);
  expect(answered[1]?.findings.flatMap(({ number }) => number ?? [])).toEqual([28000]);

  const given = entry({
    content: { text: JSON.stringify({ access_token: 'canary-given', token_type: 'Bearer' }) },
  });
  expect(maskText(given)).not.toContain('canary');
  expect(read(given).map(({ kind }) => kind)).toEqual(['token', 'token-answer']);

  const redirected = JSON.stringify({
    request: {
      method: 'GET',
      url: `${login}/common/oauth2/v2.0/authorize?${rest}&response_type=code`,
    },
    response: { status: 302, redirectURL: 'https://app.example/#code=canary-code&state=b' },
  });
  expect(maskText(redirected)).not.toContain('canary');
  expect(read(redirected).map(({ kind }) => kind)).toEqual(['authorize', 'callback']);
  expect(read(entry({ content: { text: '<html>' } })).map(({ kind }) => kind)).toEqual(['token']);
});

test('an answer that a HAR file has in base64 is written out, masked and read, or told to be no text', () => {
  const entry = (answer: string | Uint8Array) =>
    JSON.stringify(
      {
        request: { method: 'POST', url: token, postData: { text: fields } },
        response: {
          content: {
            mimeType: 'application/json',
            encoding: 'base64',
            text: Buffer.from(answer).toString('base64'),
          },
        },
      },
      undefined,
      2,
    );
  const given = maskText(
    entry(JSON.stringify({ access_token: 'canary-gegeben', token_type: 'Bearer', scope: 'Zür' })),
  );
  expect(given).not.toMatch(/canary|base64/);
  const [asked, answer] = read(given);
  expect(asked?.findings.map(({ about }) => about)).not.toContain('content');
  expect(answer?.kind).toBe('token-answer');
  expect(answer?.message.parameters).toContainEqual(
    expect.objectContaining({ name: 'scope', value: 'Zür' }),
  );
  const picture = maskText(entry(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff)));
  expect(read(picture)).toHaveLength(1);
  expect(read(picture)[0]?.findings).toContainEqual(
    expect.objectContaining({ about: 'content', severity: 'note' }),
  );
});
