import { describe, expect, test } from 'vitest';
import { nothingPrinted, printedRows } from '#api/printed-answers.test-kit.ts';
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

describe.skipIf(nothingPrinted)('the answers that Microsoft prints', () => {
  test('become services, issues and announcements', () => {
    const services = printedRows<{ id: string }>(/serviceAnnouncement\/healthOverviews/).map(
      (each) => toServiceState(each),
    );
    expect(services.length).toBeGreaterThan(0);
    for (const { status } of services) expect(['ok', 'warn']).toContain(status.tone);
    const issues = printedRows<{ id: string }>(/serviceAnnouncement\/issues\/\w+$/).map((each) =>
      toIssue(each),
    );
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) expect(issue.posts[0]?.body.content).not.toBe('');
    const messages = printedRows<{ id: string }>(/serviceAnnouncement\/messages(\/MC\w+)?$/).map(
      (each) => toAnnouncement(each),
    );
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) {
      expect(message).toMatchObject({ isMajor: true, category: 'Stay informed', actBy: undefined });
    }
  });
});
