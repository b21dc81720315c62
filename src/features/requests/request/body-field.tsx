import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import type { useRequest } from '#features/requests/use-request.ts';
import { Button } from '#ui/button.tsx';
import { bodyRemarks, shapeFor } from './check-body.ts';
import { bodyType, jsonProblem, readHeaders } from './draft.ts';
import { graphShapesQuery } from './graph-shapes-query.ts';
import styles from './parts.module.css';
import { sendByKey } from './send-by-key.ts';

/** Stays the same: by it the focus is put back after a reload. */
const id = 'request-body';

/** The body as text, held against JSON and against the shape that Graph knows. */
export function BodyField({ request }: { request: ReturnType<typeof useRequest> }) {
  const { draft, problems, change } = request;
  const text = useDeferredValue(draft.body);
  const type = bodyType(readHeaders(draft.headers));
  const isJson = type === '' || /json/i.test(type);
  const shape = isJson ? shapeFor(draft.method, draft.url) : undefined;
  const shapes = useQuery({ ...graphShapesQuery, enabled: shape !== undefined }).data;
  const problem = useMemo(
    () => (!isJson || text.trim() === '' ? undefined : jsonProblem(text)),
    [isJson, text],
  );
  const remarks = useMemo(
    () =>
      shape && shapes && text.trim() !== '' && !problem ? bodyRemarks(shapes, shape, text) : [],
    [shape, shapes, text, problem],
  );
  return (
    <div className={styles.part}>
      <div className={styles.between}>
        <label htmlFor={id} className={styles.heading}>
          {shape
            ? `JSON, ${/^[aeiou]/i.test(shape) ? 'an' : 'a'} ${shape}`
            : isJson
              ? 'JSON, or text with a content-type of its own'
              : `Sent as it stands, as ${type}`}
        </label>
        <Button
          kind="quiet"
          disabled={!isJson || problem !== undefined || text.trim() === ''}
          onClick={() => change({ body: JSON.stringify(JSON.parse(draft.body), null, 2) })}
        >
          Tidy up
        </Button>
      </div>
      <textarea
        id={id}
        className={styles.text}
        rows={12}
        spellCheck={false}
        aria-invalid={problems.body !== undefined}
        aria-describedby={`${id}-problem`}
        value={draft.body}
        onChange={(event) => change({ body: event.currentTarget.value })}
        onKeyDown={(event) => sendByKey(event, request.send)}
      />
      <div id={`${id}-problem`} role="status">
        {(problems.body ?? problem) && <p className={styles.problem}>{problems.body ?? problem}</p>}
        {draft.method === 'DELETE' && text.trim() !== '' && (
          <p className={styles.remark}>
            It is sent with DELETE as well, where hardly any service reads one. Empty it to send
            none.
          </p>
        )}
        {remarks.map((remark) => (
          <p key={remark} className={styles.remark}>
            {remark}
          </p>
        ))}
      </div>
    </div>
  );
}
