import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '#config/paths.ts';
import { sourceQuery } from '#features/mail/mail-source.ts';
import { registerFinder } from '#shell/keyboard/commands.ts';
import { shownList } from '#features/mail/list/pages/shown-list.ts';
import { findPeople } from './people-finder.ts';

/** Names that are typed into the palette lead to the mail of those people. */
export function usePeopleFinder(folder: string): void {
  const navigate = useNavigate();
  const go = useRef(navigate);
  useEffect(() => {
    go.current = navigate;
  });
  useEffect(
    () =>
      registerFinder({
        id: 'mail.people',
        find: async (words, signal) =>
          (await findPeople(shownList.get(), words, signal)).map(({ name, address }) => ({
            id: `mail.from.${address}`,
            words: `Mail from ${name}`,
            group: address,
            icon: 'person',
            run: () =>
              void go.current(
                paths.mailFolder(folder) +
                  sourceQuery({ words: `from:${address}`, everywhere: true }),
              ),
          })),
      }),
    [folder],
  );
}
