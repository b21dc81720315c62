import { useState } from 'react';
import type { useRequest } from '#features/requests/use-request.ts';
import { Tabs } from '#ui/tabs.tsx';
import { BodyField } from './body-field.tsx';
import { CodePanel } from './code-panel.tsx';
import { HeadersField } from './headers-field.tsx';
import type { Part } from './in-address.ts';
import { NeededPanel } from './needed-panel.tsx';
import { readQuery } from './odata-query.ts';
import { QueryTable } from './query-table.tsx';

/** The parts of a request beside its address. */
export function RequestTabs({ request }: { request: ReturnType<typeof useRequest> }) {
  const { draft, problems, openPart } = request;
  const [first] = useState<Part>(draft.body === '' ? 'query' : 'body');
  const part = request.part ?? first;
  // What is wrong is shown, wherever it stands.
  const shown = problems.headers ? 'headers' : problems.body ? 'body' : part;
  const headers = draft.headers.split('\n').filter((line) => line.trim()).length;
  const filled = draft.body.trim() === '' ? undefined : 'filled';
  return (
    <Tabs
      label="Parts of the request"
      tabs={[
        { key: 'query', words: 'Query', count: readQuery(draft.url).length || undefined },
        { key: 'headers', words: 'Headers', count: headers || undefined },
        // Typed for another method, it goes with this one as well, whichever part is open.
        ...(draft.method === 'GET' ? [] : [{ key: 'body', words: 'Body', count: filled } as const]),
        { key: 'permissions', words: 'Permissions' },
        { key: 'code', words: 'Code' },
      ]}
      chosen={shown === 'body' && draft.method === 'GET' ? 'query' : shown}
      onChoose={openPart}
    >
      {shown === 'headers' ? (
        <HeadersField request={request} />
      ) : shown === 'body' && draft.method !== 'GET' ? (
        <BodyField request={request} />
      ) : shown === 'permissions' ? (
        <NeededPanel request={request} />
      ) : shown === 'code' ? (
        <CodePanel draft={draft} request={request} />
      ) : (
        <QueryTable draft={draft} onChange={request.change} />
      )}
    </Tabs>
  );
}
