import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { scopes } from '#config/scopes.ts';
import { useGranted } from '#shell/session/granted.ts';
import { intended } from './intention.ts';
import { perform } from './perform.ts';

/** Does what was asked for before the permission for it was there. It is told, and can be taken back, like anything else. */
export function useIntention(): void {
  const queries = useQueryClient();
  const mayWrite = useGranted(scopes.mailWrite);
  useEffect(() => {
    const what = mayWrite ? intended() : undefined;
    if (what) void perform(queries, what.act, what.messages);
  }, [mayWrite, queries]);
}
