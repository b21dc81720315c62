import { useCallback, useMemo } from 'react';
import type { useRequest } from '#features/requests/use-request.ts';
import { JsonTree } from '#ui/json-tree/json-tree.tsx';
import { remarkOn, titleOf } from './json-remarks.ts';
import type { Answer } from './send-request.ts';

export function AnswerTree({
  answer,
  request,
}: {
  answer: Answer;
  request: ReturnType<typeof useRequest>;
}) {
  const { open, draft } = request;
  const itemUrl = useMemo(() => itemsOf(answer.request.url), [answer]);
  const remark = useCallback(
    (key: string | number | undefined, text: string, place: string) =>
      remarkOn(
        key,
        text,
        {
          follow: (url) => open({ ...draft, method: 'GET', body: '', url }, true),
          // Goes to another host, which needs no token and must not get one.
          download: (url) => window.open(url, '_blank', 'noopener,noreferrer'),
          item:
            itemUrl &&
            ((id) => open({ ...draft, method: 'GET', body: '', url: itemUrl(id) }, true)),
        },
        place,
      ),
    [open, draft, itemUrl],
  );
  return <JsonTree bytes={answer.body} label="The answer" remark={remark} titleOf={titleOf} />;
}

/** Where a thing of a collection is; a function's answer (`delta`, `search()`) has its things elsewhere. */
function itemsOf(url: string): ((id: string) => string) | undefined {
  const parsed = URL.parse(url);
  const path = parsed?.pathname.replace(/\/delta(?:\(\))?$/, '');
  if (!parsed || !path || /[()$]/.test(path)) return undefined;
  return (id) => `${parsed.origin}${path}/${encodeURIComponent(id)}`;
}
