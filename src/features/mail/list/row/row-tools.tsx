import { useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { actionsFor, messageActions } from '#features/mail/acting/mail-commands.ts';
import { asksFirst, openMenu } from '#features/mail/acting/open-menu.ts';
import { targets, useActing } from '#features/mail/acting/use-acting.ts';
import type { MailSource } from '#features/mail/mail-source.ts';
import { capsOf } from '#shell/keyboard/keys.ts';
import { Button } from '#ui/button.tsx';
import { ContextMenu, type MenuItem, type Spot } from '#ui/context-menu.tsx';
import type { ListedMessage } from '#features/mail/list/pages/message-rows.ts';
import { shownList, type ShownList } from '#features/mail/list/pages/shown-list.ts';
import { mark, marks } from './marks.ts';
import type { RowPlace } from './row-place.ts';
import styles from './row-tools.module.css';
import { useRowsUnder } from './use-rows-under.ts';

interface Given {
  source: MailSource;
  rows: ShownList['rows'];
  /** The one that is open. */
  message: string | undefined;
  onOpen: (message: string) => void;
  onClose: (gone?: boolean) => void;
}

/**
 * What can be done with a row, where the pointer is: buttons over it, and a menu. They stand beside the list, because
 * options hold no controls; all of it is in the toolbars and on keys as well.
 */
export function RowTools({ rows, ...given }: Given) {
  const { area, over, pressed, close } = useRowsUnder();
  const hovered = messageIn(rows, over);
  const meant = messageIn(rows, pressed);
  return (
    <div ref={area} className={styles.area}>
      {over && hovered && !pressed && (
        <Over place={over}>
          <Buttons {...given} item={hovered} />
        </Over>
      )}
      {pressed && meant && (
        <>
          <Over place={pressed} isMeant />
          <Menu {...given} key={meant.id} item={meant} at={pressed.at} onDone={close} />
        </>
      )}
    </div>
  );
}

/** Where it was is not enough: another message may have come there since. */
function messageIn(rows: ShownList['rows'], place: RowPlace | undefined) {
  const row = place && rows[place.row];
  return row?.kind === 'option' && row.key === place?.key ? row.item : undefined;
}

function Over({
  place: { top, height },
  isMeant,
  children,
}: {
  place: RowPlace;
  isMeant?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className={styles.over} data-meant={isMeant} style={{ top, blockSize: height }}>
      {children}
    </div>
  );
}

type Doing = Omit<Given, 'rows'> & { item: ListedMessage };

/** For the pointer only: hidden from whoever cannot point, to whom the same is offered otherwise. */
function Buttons({ source, item, ...rest }: Doing) {
  const perform = useActing({ source, ...rest });
  return (
    <div
      aria-hidden
      className={styles.buttons}
      // The focus stays where the keyboard is.
      onMouseDown={(event) => event.preventDefault()}
    >
      {actionsFor(item).map(({ id, words, icon, act }) => (
        <Button
          key={id === 'mail.unread' ? 'mail.read' : id}
          kind="quiet"
          icon={icon}
          label={words}
          tabIndex={-1}
          onClick={() => {
            const done = act([item], source.folder);
            if (!asksFirst(done, [item])) perform(done, [item]);
          }}
        />
      ))}
    </div>
  );
}

function Menu({ source, item, at, onDone, ...rest }: Doing & { at: Spot; onDone: () => void }) {
  const queries = useQueryClient();
  const perform = useActing({ source, ...rest });
  // Of several that were picked, a press on one means all of them.
  const isPicked = marks.get().ids.has(item.id);
  const [messages] = useState(() => (isPicked ? targets(queries, undefined) : [item]));
  const isOne = messages.length === 1;
  const items: MenuItem[] = [
    ...(isOne ? actionsFor(item) : messageActions).map(({ id, words, icon, keys, act }) => ({
      id,
      words,
      icon,
      hint: hintOf(keys[0]),
      run: () => {
        const done = act(messages, source.folder);
        if (!asksFirst(done, messages)) perform(done, messages);
      },
    })),
    {
      id: 'move',
      words: 'Move to a folder',
      icon: 'folder-move',
      hint: 'v',
      run: () => openMenu.set({ kind: 'move', messages }),
    },
    {
      id: 'categories',
      words: 'Categories',
      icon: 'tag',
      hint: 'l',
      run: () => openMenu.set({ kind: 'categories', messages }),
    },
    {
      id: 'select',
      words: isPicked ? 'Do not select' : 'Select',
      icon: isPicked ? 'unchecked' : 'checked',
      hint: 'x',
      run: () => marks.set(mark(marks.get(), item.id, false, shownList.get())),
    },
  ];
  const label = isOne ? item.subject : `${messages.length} messages`;
  return <ContextMenu label={label} at={at} items={items} onClose={onDone} />;
}

const hintOf = (keys: string | undefined) => keys && capsOf(keys, false).join('+');
