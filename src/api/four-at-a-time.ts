/** Exchange answers four requests of one app to one mailbox at a time; a fifth would be throttled. */

export interface Gate {
  /** Runs when there is room. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

export function createGate(width: number): Gate {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    async run(work) {
      if (running >= width) await new Promise<void>((next) => waiting.push(next));
      running += 1;
      try {
        return await work();
      } finally {
        running -= 1;
        waiting.shift()?.();
      }
    },
  };
}

export const mailboxWidth = 4;

const outlook = createGate(mailboxWidth);

/** Whether a mailbox answers it. */
export function isOutlook(url: string): boolean {
  return /\/(?:me|users\/[^/]+)\/(?:messages|mailFolders|sendMail|contacts|contactFolders|events|calendar|calendars|calendarView|outlook|mailboxSettings)/i.test(
    URL.parse(url)?.pathname ?? '',
  );
}

export function throughGate<T>(url: string, work: () => Promise<T>): Promise<T> {
  return isOutlook(url) ? outlook.run(work) : work();
}
