import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { scopes } from '#config/scopes.ts';
import { markRead } from '#features/mail/list/tools/list-preferences.ts';
import type { MessageSummary } from '#features/mail/mailbox.ts';
import { useGranted } from '#shell/session/granted.ts';
import { usePreference } from '#shell/use-preference.ts';

import { perform } from './perform.ts';

const waits = { 'at-once': 0, soon: 3000, never: undefined };

/**
 * An open message counts as read, when the person wants it so and has allowed it: nobody is asked for a permission
 * because they read a letter. Once for each time it is opened, so that "unread" can be said of an open message.
 */
export function useMarkRead(message: MessageSummary | undefined): void {
  const queries = useQueryClient();
  const wait = waits[usePreference(markRead)];
  const mayWrite = useGranted(scopes.mailWrite);
  const latest = useRef(message);
  useEffect(() => {
    latest.current = message;
  });
  const id = message?.id;
  useEffect(() => {
    if (id === undefined || wait === undefined || !mayWrite) return;
    const timer = setTimeout(() => {
      const { current } = latest;
      if (current?.id === id && !current.isRead) {
        void perform(queries, { kind: 'read', on: true }, [current], { quiet: true });
      }
    }, wait);
    return () => clearTimeout(timer);
  }, [id, wait, mayWrite, queries]);
}
