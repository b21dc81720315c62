import { useCallback } from 'react';
import type { useRequest } from '#features/requests/use-request.ts';
import { JsonTree } from '#ui/json-tree/json-tree.tsx';
import { remarkOn } from './json-remarks.ts';
import type { Answer } from './send-request.ts';

export function AnswerTree({
  answer,
  request,
}: {
  answer: Answer;
  request: ReturnType<typeof useRequest>;
}) {
  const { open, draft } = request;
  const remark = useCallback(
    (key: string | number | undefined, text: string) =>
      remarkOn(key, text, {
        follow: (url) => open({ ...draft, method: 'GET', body: '', url }, true),
        // Goes to another host, which needs no token and must not get one.
        download: (url) => window.open(url, '_blank', 'noopener,noreferrer'),
      }),
    [open, draft],
  );
  return <JsonTree bytes={answer.body} label="The answer" remark={remark} />;
}
