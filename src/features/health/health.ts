/** Service health as it travels, and as the screen shows it. */
import type * as wire from '#contract/health.ts';
import type { Body } from '#shell/html-body/html-body.tsx';
import type { Tone } from '#ui/chip.tsx';

export interface Status {
  readonly words: string;
  readonly tone: Tone;
}

const good = ['serviceoperational', 'servicerestored', 'resolved', 'falsepositive', 'mitigated'];
const bad = ['serviceinterruption', 'servicedegradation', 'extendedrecovery'];

/** The documents print one case and the service another, so case does not count. */
export function statusOf(text: string | undefined): Status {
  const name = (text ?? '').toLowerCase();
  const tone = good.includes(name) ? 'ok' : bad.includes(name) ? 'danger' : 'warn';
  const isDone = /^(postincidentreviewpublished|resolvedexternal|mitigatedexternal)$/.test(name);
  return { words: inWords(text), tone: isDone ? 'neutral' : text ? tone : 'neutral' };
}

/** `serviceDegradation` and `PlanForChange` as a person reads them. */
export function inWords(text: string | undefined): string {
  const spaced = (text ?? '').replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced ? spaced.charAt(0).toUpperCase() + spaced.slice(1) : 'Not said';
}

export interface ServiceState {
  readonly id: string;
  readonly service: string;
  readonly status: Status;
}

export function toServiceState({ id, service, status }: wire.HealthOverview): ServiceState {
  return { id, service: service ?? id, status: statusOf(status) };
}

export interface Post {
  readonly at: Date | undefined;
  readonly body: Body;
}

export interface Issue {
  readonly id: string;
  readonly title: string;
  readonly service: string;
  readonly feature: string;
  readonly kind: string;
  readonly status: Status;
  readonly isOpen: boolean;
  readonly startedAt: Date | undefined;
  readonly endedAt: Date | undefined;
  readonly impact: string;
  /** Newest first. */
  readonly posts: readonly Post[];
}

export function toIssue(issue: wire.HealthIssue): Issue {
  const posts = (issue.posts ?? []).map(({ createdDateTime, description }) => ({
    at: dateOf(createdDateTime),
    body: bodyOf(description),
  }));
  return {
    id: issue.id,
    title: issue.title?.trim() || issue.id,
    service: issue.service ?? '',
    feature: [issue.featureGroup, issue.feature].filter(Boolean).join(', '),
    kind: inWords(issue.classification),
    status: statusOf(issue.status),
    isOpen: issue.isResolved === false,
    startedAt: dateOf(issue.startDateTime),
    endedAt: dateOf(issue.endDateTime),
    impact: issue.impactDescription ?? '',
    posts: posts.toSorted((one, other) => (other.at?.getTime() ?? 0) - (one.at?.getTime() ?? 0)),
  };
}

export interface Announcement {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly services: string;
  readonly isMajor: boolean;
  readonly isUrgent: boolean;
  readonly actBy: Date | undefined;
  readonly changedAt: Date | undefined;
  readonly tags: readonly string[];
  readonly body: Body;
}

export function toAnnouncement(message: wire.ServiceMessage): Announcement {
  return {
    id: message.id,
    title: message.title?.trim() || message.id,
    category: inWords(message.category),
    services: (message.services ?? []).join(', '),
    isMajor: message.isMajorChange === true,
    isUrgent: /^(high|critical)$/i.test(message.severity ?? ''),
    actBy: dateOf(message.actionRequiredByDateTime),
    changedAt: dateOf(message.lastModifiedDateTime ?? message.startDateTime),
    tags: message.tags ?? [],
    body: bodyOf(message.body),
  };
}

function bodyOf(body: { contentType?: string; content?: string } | undefined): Body {
  const isText = body?.contentType?.toLowerCase() === 'text';
  return { contentType: isText ? 'text' : 'html', content: body?.content ?? '' };
}

function dateOf(text: string | null | undefined): Date | undefined {
  const date = new Date(text ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
