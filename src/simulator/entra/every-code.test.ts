import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hosts, type TokenAnswer, type View } from '#simulator/browser.test-kit.ts';
import { steeredTenant } from '#simulator/steered.test-kit.ts';
import { kindOf, kindsKnown } from './errors.ts';
import { provocations } from './provocations.test-kit.ts';
import { told } from './provoke.test-kit.ts';

/** No cause in this tenant, or one that today's Entra words with another number: sent when told. */
const onlyTold = [50000, 50001, 50033, 50132, 70001, 90006, 90033, 90055, 700011];

const all = kindsKnown.map((each) => [each, provocations[each] ?? told(each)] as const);

/** What was answered, wherever it was said: in JSON, on the way back, or on a page. */
function said(answer: TokenAnswer | View) {
  if ('body' in answer) {
    const { error, suberror, error_codes, error_description, error_uri } = answer.body;
    const [number] = Array.isArray(error_codes) ? (error_codes as unknown[]) : [];
    return { number, status: answer.status, error, suberror, text: error_description, error_uri };
  }
  const { answer: back, target, html, status } = answer;
  if (target === undefined)
    return { number: Number(/AADSTS(\d+):/.exec(html)?.[1]), status, page: true };
  const text = back.get('error_description');
  const number = Number(/^AADSTS(\d+): /.exec(text ?? '')?.[1]);
  return { number, text, error_uri: back.get('error_uri'), state: back.get('state') };
}

function expected(number: number, answer: TokenAnswer | View) {
  const { error, suberror, status = 400 } = kindOf(String(number)) ?? {};
  const text: unknown = expect.stringMatching(
    new RegExp(`^AADSTS${number}: .+\r\nTrace ID: .+\r\nCorrelation ID: .+\r\nTimestamp: .+Z$`),
  );
  const error_uri = `${hosts.login}/error?code=${number}`;
  if ('body' in answer) return { number, status, error, suberror, text, error_uri };
  if (answer.target === undefined) return { number, status: 400, page: true };
  return { number, text, error_uri, state: 'the-state' };
}

test.each(all)('%s can be provoked, and says what the table says', async (number, provoke) => {
  const answer = await provoke(await steeredTenant());
  expect(said(answer)).toEqual(expected(number, answer));
});

test('only what has no cause here has to be told', () => {
  expect(kindsKnown.filter((number) => !Object.hasOwn(provocations, number))).toEqual(onlyTold);
});

const guide = readFileSync(new URL('../../../docs/simulator.md', import.meta.url), 'utf8');

test.each(kindsKnown)('the guide says how %s is provoked', (number) => {
  expect(guide).toMatch(new RegExp(`\\b${number}\\b`));
});

const facts = new URL('../../../../shared/facts/identity.md', import.meta.url);

test.runIf(existsSync(facts))(
  'every number of the table of facts is sent, or named as not sent',
  () => {
    const [, table = ''] = readFileSync(facts, 'utf8').split('### 3.5');
    const [rows = ''] = table.split('\n---');
    const numbers = rows
      .split('\n')
      .filter((row) => row.startsWith('| '))
      .flatMap((row) => row.split('|')[1]?.match(/\d{5,}/g) ?? []);
    expect(numbers.length).toBeGreaterThan(70);
    expect(numbers.filter((number) => !kindOf(number))).toEqual([]);
  },
);
