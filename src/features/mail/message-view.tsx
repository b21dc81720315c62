import { useSuspenseQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { mailQueries } from './mail-queries.ts';

export function MessageView({
  message,
  heading,
}: {
  folder: string;
  message: string;
  heading: Ref<HTMLHeadingElement>;
  onClose: () => void;
  onOpen: (message: string) => void;
}) {
  const { data } = useSuspenseQuery(mailQueries.message(message));
  return (
    <h1 ref={heading} tabIndex={-1}>
      {data.subject}
    </h1>
  );
}
