import { formatCount } from '#lib/format-number.ts';
import { PageTitle } from '#shell/page-title.tsx';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Listbox } from '#ui/list/listbox.tsx';
import { Notice } from '#ui/notice.tsx';
import { useListCursor } from '#ui/list/use-list-cursor.ts';
import { ExchangeView } from '#features/timeline/message/exchange-view.tsx';
import { TimelineMenu } from '#features/timeline/files/timeline-menu.tsx';
import { showFile } from './shown-timeline.ts';
import type { TimelineFilter } from './timeline-rows.ts';
import { useTimeline } from './use-timeline.ts';
import { WaterfallCursor } from './waterfall-cursor.tsx';
import { Related, WaterfallRow, waterfallNames, waterfallRowHeight } from './waterfall-row.tsx';
import styles from './timeline-screen.module.css';

const filters: readonly (readonly [TimelineFilter, string])[] = [
  ['all', 'All'],
  ['sign-in', 'Sign-in'],
  ['tokens', 'Tokens'],
  ['api', 'API calls'],
  ['failures', 'Failures'],
  ['pinned', 'Pinned'],
];

/** Every message of the protocol and every call, since the page was opened. */
export function TimelineScreen() {
  const timeline = useTimeline();
  const { rows, chosen, choose, wanted, all, file } = timeline;
  const { active, move, jump, stand } = useListCursor(chosen?.id, choose);
  const open = (key: string) => {
    jump(key);
    choose(key);
  };
  const firstKey = rows.find(({ kind }) => kind === 'option')?.key;
  return (
    <div className={styles.screen} data-open={chosen !== undefined}>
      <section className={styles.list} aria-label="Messages of the protocol">
        <div className={styles.head}>
          <PageTitle title="Timeline" className={styles.title} />
          <span className={styles.count} role="status">
            {wanted.length === all.length
              ? formatCount(all.length)
              : `${formatCount(wanted.length)} of ${formatCount(all.length)}`}
          </span>
          <div className={styles.tools}>
            <Button
              kind="quiet"
              icon={timeline.isPaused ? 'play' : 'pause'}
              aria-pressed={timeline.isPaused}
              disabled={file !== undefined}
              onClick={timeline.pause}
            >
              {timeline.isPaused ? `Paused${more(timeline.waiting)}` : 'Live'}
            </Button>
            <TimelineMenu exchanges={wanted} all={all} />
          </div>
        </div>
        <div className={styles.filters}>
          <label className={styles.search}>
            <Icon name="search" size={16} label="Search the messages" />
            <input
              type="search"
              placeholder="Address, id, status"
              value={timeline.search}
              onChange={(event) => timeline.setSearch(event.currentTarget.value)}
            />
          </label>
          <div role="group" aria-label="Show" className={styles.kinds}>
            {filters.map(([key, words]) => (
              <button
                key={key}
                type="button"
                className={styles.kind}
                aria-pressed={timeline.filter === key}
                onClick={() => timeline.setFilter(key)}
              >
                {words}
              </button>
            ))}
          </div>
        </div>
        {file && (
          <div className={styles.notice}>
            <Notice
              tone="token"
              icon="document"
              title={`From the file ${file.name}`}
              actions={<Button onClick={() => showFile(undefined)}>Back to this tab</Button>}
            >
              {file.note && <p>{file.note}</p>}
            </Notice>
          </div>
        )}
        <WaterfallCursor>
          {rows.length === 0 ? (
            <Nothing
              isFiltered={all.length > 0}
              isPinned={timeline.filter === 'pinned' && timeline.pins.size === 0}
            />
          ) : (
            <Related value={timeline.related}>
              <Listbox
                label="Messages, oldest first"
                rows={rows}
                total={wanted.length}
                height={waterfallRowHeight}
                active={rows.some(({ key }) => key === active) ? active : firstKey}
                selected={chosen?.id}
                Option={WaterfallRow}
                named={waterfallNames}
                onMove={move}
                onFocus={stand}
                onPress={open}
                onEnter={open}
              />
            </Related>
          )}
        </WaterfallCursor>
      </section>
      <section className={styles.detail} aria-label="The chosen message">
        {chosen ? (
          <ExchangeView
            key={chosen.id}
            exchange={chosen}
            all={all}
            isPinned={timeline.pins.has(chosen.id)}
            onChoose={choose}
          />
        ) : (
          <WhatIsThis />
        )}
      </section>
    </div>
  );
}

function more(waiting: number): string {
  return waiting > 0 ? `, ${formatCount(waiting)} more` : '';
}

function Nothing({ isFiltered, isPinned }: { isFiltered: boolean; isPinned: boolean }) {
  return (
    <p className={styles.nothing}>
      {isFiltered
        ? isPinned
          ? 'Nothing is pinned. Choose a message and pin it, and it is found here however many follow.'
          : 'No message fits what is asked for.'
        : 'Nothing has been sent yet. What a screen asks for appears here as it happens.'}
    </p>
  );
}

function WhatIsThis() {
  return (
    <div className={styles.what}>
      <h2>What is this?</h2>
      <p>
        Everything this tab has sent and been answered: the trip to Microsoft’s page and back (OAuth
        2.0 authorization code with PKCE, <cite>RFC 6749</cite> and <cite>RFC 7636</cite>), token
        requests, signing keys and API calls, each with who wanted it. Choose one to see it as HTTP
        with every parameter explained.
      </p>
      <p>
        Tokens, codes and verifiers are taken out before anything is recorded, so an export holds
        none. State and nonce are shown as digests, which is enough to compare them.
      </p>
    </div>
  );
}
