import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { scopes } from '#config/scopes.ts';
import { useReadyAfter } from '#features/mail/list/row/use-ready-after.ts';
import type { Correspondent } from '#features/mail/mailbox.ts';
import { knownPeople } from '#features/mail/message/known-people.ts';
import type { Message } from '#features/mail/message/message.ts';
import { useGranted } from '#shell/session/granted.ts';
import { useSession } from '#shell/session/use-session.ts';
import { acquaintanceQueries } from './acquaintance-queries.ts';

const nobody: readonly Correspondent[] = [];

/** Milliseconds: the letter itself comes first, and who walks along the list asks nothing. */
const later = 600;

/** Who reads, whom they have letters from, as it was when the letter was opened, and whom they have written down. */
export function useSurroundings({ from, isDraft }: Pick<Message, 'from' | 'isDraft'>) {
  const queries = useQueryClient();
  const session = useSession();
  const own = session.kind === 'signed-in' ? session.account.username : '';
  const [people] = useState(() => knownPeople(queries));
  const [ready] = useReadyAfter(later);
  // The address book is read where the person has allowed it already: for a hint nobody is asked.
  const mayRead = useGranted(scopes.contacts);
  const { data: book = nobody } = useQuery({
    ...acquaintanceQueries.book(),
    enabled: ready && mayRead,
  });
  const address = from?.address ?? '';
  const isStranger = address.includes('@') && address.toLowerCase() !== own.toLowerCase();
  const { data: isFirst = false } = useQuery({
    ...acquaintanceQueries.only(address),
    enabled: ready && isStranger && !isDraft,
  });
  return { own, people, book, isFirst };
}
