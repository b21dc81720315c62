import { existsSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { ask, compared } from './graph-examples.test-kit.ts';
import { lostMembers } from './graph-members.test-kit.ts';
import { json } from './graph-test-client.ts';

vi.setConfig({ testTimeout: 30_000 });

/** Requests and answers as Microsoft's reference prints them; beside the repository where they are at hand. */
const file = new URL('../../../../shared/data/graph-examples.json', import.meta.url);

interface Example {
  readonly method: string;
  readonly url: string;
  readonly body?: Record<string, unknown>;
}

const examples = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { examples: Example[] }).examples
  : [];

if (examples.length === 0) {
  console.warn('NOTICE: no graph-examples.json beside the repository: members are not compared.');
}

/** One of a list, or the thing itself. */
function membersOf(body: Record<string, unknown>): string[] {
  const rows = body['value'];
  const names = Object.keys(Array.isArray(rows) ? ((rows[0] as object | undefined) ?? {}) : body);
  // `@odata.id` is said where somebody asks for all metadata; some pages print it all the same.
  return names.filter((name) => name !== '@odata.id' && !name.includes('odata.context'));
}

const nameOf = ({ method, url }: Example) =>
  `${method} ${url.replace('https://graph.microsoft.com/v1.0', '')}`;

/** Members that the pages show and the service of today does not send. */
const notSent: readonly string[] = [
  // Sent when they are expanded.
  ...[
    'multiValueExtendedProperties',
    'calendar@odata.associationLink',
    'calendar@odata.navigationLink',
  ],
  // In no metadata of v1.0.
  ...['occurrenceId', 'expiryDateTime', 'meetingMessageType'],
  '@odata.type',
];

test.runIf(examples.length > 0).each(compared)(
  'an answer has the members that the reference prints for %s',
  async (pattern, { id, path, init, by = ask }) => {
    const printed = examples.filter((each) => pattern.test(nameOf(each)));
    expect(printed.length).toBeGreaterThan(0);
    const found = await id?.();
    const response = await by(path.replace('{id}', found ?? ''), init);
    expect(response.status).toBeLessThan(300);
    const isJson = response.headers.get('content-type')?.includes('json');
    const body = isJson ? await json<Record<string, unknown>>(response) : undefined;
    const mine = body ? membersOf(body) : [];
    expect(body === undefined ? [] : lostMembers(path, body)).toEqual([]);
    for (const each of printed) {
      if (typeof each.body !== 'object' || each.body === null) continue;
      const wanted = membersOf(each.body).filter((member) => !notSent.includes(member));
      expect(wanted.filter((member) => !mine.includes(member))).toEqual([]);
    }
  },
);

test.runIf(examples.length > 0)('most of the printed answers are compared', () => {
  const rest = examples.filter((each) => !compared.some(([pattern]) => pattern.test(nameOf(each))));
  const count = examples.length - rest.length;
  console.info(
    `${count} of ${examples.length} printed answers are compared; the rest is not simulated.`,
  );
  expect(count).toBeGreaterThanOrEqual(71);
});
