import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { PageTitle } from '#shell/page-title.tsx';
import { useCommands } from '#shell/keyboard/use-commands.ts';
import { usePreference } from '#shell/use-preference.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy-button.tsx';
import { AnswerView } from '#features/requests/answer/answer-view.tsx';
import { AddressBar } from '#features/requests/request/address-bar.tsx';
import { RequestTabs } from '#features/requests/request/request-tabs.tsx';
import { SavedRequests } from '#features/requests/saved/saved-requests.tsx';
import { RequestEdge, requestWidth } from './request-edge.tsx';
import { useRequest } from './use-request.ts';
import styles from './requests-screen.module.css';

/** Any request to any of the services, with the right token, and its answer. */
export function RequestsScreen() {
  const request = useRequest();
  const [isListOpen, setListOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const isSending = request.outcome.kind === 'sending';
  const begin = () => {
    setListOpen(false);
    request.begin();
  };
  useCommands([
    {
      id: 'requests.send',
      words: 'Send the request',
      group: 'Requests',
      keys: ['Mod+Enter'],
      icon: 'send',
      run: () => (isSending ? request.stop() : request.send()),
    },
    {
      id: 'requests.new',
      words: 'Begin another request',
      group: 'Requests',
      keys: ['Mod+i'],
      icon: 'add',
      run: begin,
    },
  ]);
  const answer = useRef<HTMLElement>(null);
  const { kind } = request.outcome;
  useEffect(() => {
    // Below the request, where there is no room beside it, nobody would see that an answer came.
    const place = answer.current?.getBoundingClientRect();
    if (kind !== 'none' && place && place.top > innerHeight / 2) answer.current?.scrollIntoView();
  }, [kind]);
  const width = usePreference(requestWidth);
  return (
    <div
      className={styles.screen}
      style={width ? ({ '--request-width': `${width}px` } as CSSProperties) : undefined}
      data-list={isListOpen}
    >
      <nav aria-label="Requests" className={styles.side}>
        <SavedRequests
          draft={request.draft}
          onOpen={(draft) => {
            // On a phone the list goes, and with it what was pressed.
            if (isListOpen) toggle.current?.focus();
            setListOpen(false);
            request.open(draft);
          }}
          onShow={request.show}
        />
      </nav>
      <section aria-label="The request" className={styles.request}>
        <div className={styles.head}>
          <PageTitle title="Requests" className={styles.title} />
          <CopyButton text={request.link} label="Copy a link to this request" />
          <Button kind="quiet" icon="add" aria-keyshortcuts="Control+I" onClick={begin}>
            New
          </Button>
          <span className={styles.lists}>
            <Button
              ref={toggle}
              kind="quiet"
              icon="history"
              aria-expanded={isListOpen}
              onClick={() => setListOpen(!isListOpen)}
            >
              {isListOpen ? 'Back to the request' : 'History and examples'}
            </Button>
          </span>
        </div>
        <AddressBar request={request} />
        <RequestTabs request={request} />
      </section>
      <section ref={answer} aria-label="The answer" className={styles.answer}>
        <AnswerView request={request} />
      </section>
      <RequestEdge width={width} />
    </div>
  );
}
