import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inWords, statusOf, toAnnouncement, toIssue, toServiceState } from './health.ts';

test('a status is understood in the case of the documents and in that of the service', () => {
  expect(statusOf('ServiceOperational')).toEqual({ words: 'Service operational', tone: 'ok' });
  expect(statusOf('serviceOperational')).toEqual(statusOf('ServiceOperational'));
  expect(statusOf('serviceInterruption').tone).toBe('danger');
  expect(statusOf('investigating').tone).toBe('warn');
  expect(statusOf(undefined)).toEqual({ words: 'Not said', tone: 'neutral' });
  expect(inWords('PlanForChange')).toBe('Plan for change');
});

test('posts stand newest first, and an issue without an end is open only when it says so', () => {
  const issue = toIssue({
    id: 'EX1',
    isResolved: false,
    endDateTime: null,
    posts: [
      {
        createdDateTime: '2026-11-01T08:00:00Z',
        description: { contentType: 'Html', content: 'a' },
      },
      {
        createdDateTime: '2026-11-01T09:00:00Z',
        description: { contentType: 'Html', content: 'b' },
      },
    ],
  });
  expect(issue.posts.map(({ body }) => body)).toEqual([
    { contentType: 'html', content: 'b' },
    { contentType: 'html', content: 'a' },
  ]);
  expect(issue).toMatchObject({ isOpen: true, endedAt: undefined, title: 'EX1' });
  expect(toIssue({ id: 'EX2' }).isOpen).toBe(false);
});

const printed = new URL('../../../../shared/data/graph-examples.json', import.meta.url);

describe.skipIf(!existsSync(printed))('the answers that Microsoft prints', () => {
  const { examples } = JSON.parse(
    existsSync(printed) ? readFileSync(printed, 'utf8') : '{"examples":[]}',
  ) as { examples: { method: string; url: string; body: { value?: unknown[] } & object }[] };
  const bodies = (pattern: RegExp) =>
    examples
      .filter(({ method, url }) => method === 'GET' && pattern.test(url))
      .flatMap(({ body }) => body.value ?? [body]);

  test('become services, issues and announcements', () => {
    const services = bodies(/serviceAnnouncement\/healthOverviews/).map((each) =>
      toServiceState(each as { id: string }),
    );
    expect(services.length).toBeGreaterThan(0);
    for (const { status } of services) expect(['ok', 'warn']).toContain(status.tone);
    const issues = bodies(/serviceAnnouncement\/issues\/\w+$/).map((each) =>
      toIssue(each as { id: string }),
    );
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) expect(issue.posts[0]?.body.content).not.toBe('');
    const messages = bodies(/serviceAnnouncement\/messages(\/MC\w+)?$/).map((each) =>
      toAnnouncement(each as { id: string }),
    );
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      expect(message).toMatchObject({ isMajor: true, category: 'Stay informed', actBy: undefined });
    }
  });
});
