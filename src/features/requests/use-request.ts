import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { permissionFinder } from '#api/permissions/needed-permissions.ts';
import { cloud } from '#config/settings.ts';
import { useSession } from '#shell/session/use-session.ts';
import { throughGate } from '#api/four-at-a-time.ts';
import {
  followPages,
  sendRequest,
  type Answer,
  type PageProgress,
} from '#features/requests/answer/send-request.ts';
import {
  emptyDraft,
  readDraft,
  type Draft,
  type DraftProblems,
} from '#features/requests/request/draft.ts';
import {
  addressesOf,
  draftFrom,
  parametersOf,
  partFrom,
  type Part,
} from '#features/requests/request/in-address.ts';
import { scopesFor } from '#features/requests/request/needed-scopes.ts';
import { remember } from '#features/requests/saved/saved-store.ts';
import { intendToSend, wasIntended } from '#features/requests/request/intention.ts';

export type Outcome =
  | { readonly kind: 'none' }
  /** By a person, before an answer came. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'sending'; readonly progress?: PageProgress }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Milliseconds. A browser allows an address only so many changes in a while. */
const typingPauses = 500;

/** The request under edit and what came of it; the address holds the request, so that a redirect does not lose it. */
export function useRequest() {
  const [parameters, setParameters] = useSearchParams();
  const [draft, setDraft] = useState<Draft>(() => draftFrom(parameters) ?? emptyDraft());
  /** Which one a person opened; where they opened none, the form decides. */
  const [part, setPart] = useState<Part | undefined>(() => partFrom(parameters));
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  const [problems, setProblems] = useState<DraftProblems>({});
  const running = useRef<AbortController>(undefined);
  const session = useSession();
  const finder = useQuery({
    queryKey: ['requests', 'permissions'],
    queryFn: permissionFinder,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  useEffect(() => () => running.current?.abort(), []);

  const grants = session.kind === 'signed-in' ? session.grants : [];
  const isPersonal = session.kind === 'signed-in' && session.account.isPersonal;
  const needed = useMemo(
    () => finder?.needed(draft.method, withoutVersion(draft.url)),
    [finder, draft.method, draft.url],
  );

  const run = async (
    work: (signal: AbortSignal) => Promise<Answer | undefined>,
    onFailure?: (error: unknown) => void,
  ) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setOutcome({ kind: 'sending' });
    try {
      const answer = await work(controller.signal);
      if (running.current !== controller) return;
      setOutcome(answer ? { kind: 'answer', answer } : { kind: 'none' });
    } catch (error) {
      if (running.current !== controller) return;
      setOutcome(controller.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', error });
      onFailure?.(error);
    } finally {
      if (running.current === controller) running.current = undefined;
    }
  };

  const kept = useRef({ draft, part });
  const keepInAddress = (what: Draft) => {
    kept.current = { draft: what, part };
    const inAddress = parametersOf(what, part);
    if (String(inAddress).length < 4000) setParameters(inAddress, { replace: true });
  };
  // What has not been sent yet survives a reload as well, once the person has stopped typing for a moment.
  useEffect(() => {
    if (kept.current.draft === draft && kept.current.part === part) return undefined;
    const { pathname } = window.location;
    const timer = setTimeout(() => {
      // Whoever is on the way to another screen, which is still to be drawn, is not called back.
      if (window.location.pathname === pathname) keepInAddress(draft);
    }, typingPauses);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- only another draft, or part of it, is a reason
  }, [draft, part]);

  const send = (what: Draft = draft) => {
    const read = readDraft(what);
    if ('problems' in read) {
      setProblems(read.problems);
      return;
    }
    setProblems({});
    const { ready } = read;
    keepInAddress(what);
    void run(
      async (signal) => {
        const facts = finder ?? (await permissionFinder().catch(() => undefined));
        const found = facts?.needed(what.method, withoutVersion(ready.url));
        const scopes = scopesFor(ready.resource, cloud(), grants, found, isPersonal);
        const answer = await throughGate(ready.url, () => sendRequest(ready, scopes, signal));
        remember(what, answer);
        return answer;
      },
      (error) => intendToSend(what, error),
    );
  };
  // A body may be megabytes, and this is asked with every letter of it.
  const addresses = useMemo(() => addressesOf(draft, part), [draft, part]);
  const username = session.kind === 'signed-in' ? session.account.username : undefined;
  useEffect(() => {
    if (username !== undefined && wasIntended(draft, username)) send();
    // Once, for whoever is back from Microsoft's page.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [username]);

  return {
    draft,
    part,
    openPart: setPart,
    problems,
    outcome,
    needed,
    finder,
    grants,
    isPersonal,
    change: (part: Partial<Draft>) => {
      setDraft((before) => ({ ...before, ...part }));
      setProblems({});
    },
    send,
    open: (next: Draft, andSend = false) => {
      setDraft(next);
      setProblems({});
      if (andSend) send(next);
    },
    begin: () => {
      running.current?.abort();
      setDraft(emptyDraft());
      setProblems({});
      setOutcome({ kind: 'none' });
    },
    show: (answer: Answer) => setOutcome({ kind: 'answer', answer }),
    stop: () => running.current?.abort(),
    follow: (first: Answer) =>
      void run((signal) =>
        followPages(first, (progress) => setOutcome({ kind: 'sending', progress }), signal),
      ),
    ...addresses,
  };
}

/** The lists know paths below the version. */
export function withoutVersion(url: string): string {
  return URL.parse(url)?.pathname.replace(/^\/(?:v1\.0|beta)(?=\/)/, '') ?? url;
}
