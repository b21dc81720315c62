/** Exchange serves one application and mailbox four requests at a time, and refuses the fifth (Graph throttling limits). */
import type { Step } from '#simulator/router/router.ts';
import { GraphRefusal, routedPath, type GraphEnv } from '#simulator/graph/graph-answer.ts';

const atOnce = 4;

/** Paths below `/me` that are a mailbox's. */
const ofMailbox =
  /^\/v1\.0\/me\/(messages|mailFolders|sendMail|translateExchangeIds|contacts|contactFolders|calendar|calendars|calendarGroups|calendarView|events|mailboxSettings|outlook)\b/i;

/** Counted by token, which stands for one application and one person. */
export function mailboxConcurrency(): Step<GraphEnv> {
  const running = new Map<string, number>();
  return async (c, next) => {
    const token = c.req.header('authorization') ?? '';
    if (!ofMailbox.test(routedPath(c))) return next();
    const now = running.get(token) ?? 0;
    if (now >= atOnce) {
      throw new GraphRefusal(
        429,
        'ApplicationThrottled',
        'Application is over its MailboxConcurrency limit.',
        { 'retry-after': '1' },
      );
    }
    running.set(token, now + 1);
    try {
      await next();
    } finally {
      const left = (running.get(token) ?? 1) - 1;
      if (left > 0) running.set(token, left);
      else running.delete(token);
    }
    return undefined;
  };
}
