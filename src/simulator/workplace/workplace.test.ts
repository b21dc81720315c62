import { expect, test } from 'vitest';
import { graphAs, json } from '#simulator/graph/graph-test-client.ts';

interface Rows<T> {
  readonly value: readonly T[];
}

test('a plan has its tasks and buckets, and each of them is found by its id', async () => {
  const ask = graphAs({ scopes: ['Tasks.Read'] });
  const { value } = await json<Rows<{ id: string; title: string }>>(ask('/me/planner/plans'));
  expect(value.length).toBeGreaterThan(1);
  const seen: string[] = [];
  for (const { id, title } of value) {
    expect(await json(ask(`/planner/plans/${id}`))).toMatchObject({ id, title });
    type Task = { id: string; planId: string; bucketId: string };
    const tasks = (await json<Rows<Task>>(ask(`/planner/plans/${id}/tasks`))).value;
    const buckets = (await json<Rows<Task>>(ask(`/planner/plans/${id}/buckets`))).value;
    expect(tasks.length).toBeGreaterThan(0);
    for (const task of tasks) {
      expect(task.planId).toBe(id);
      expect(buckets.map((each) => each.id)).toContain(task.bucketId);
    }
    seen.push(...tasks.map((each) => each.id), ...buckets.map((each) => each.id));
    const [first] = tasks;
    expect(await json(ask(`/planner/tasks/${first?.id}?$select=title`))).toMatchObject({
      id: first?.id,
    });
  }
  expect(new Set(seen).size).toBe(seen.length);
  for (const path of ['/planner/plans/none', '/planner/plans/none/tasks', '/planner/tasks/none'])
    expect((await ask(path)).status).toBe(404);
  expect((await graphAs({ scopes: ['User.Read'] })('/planner/tasks/x')).status).toBe(403);
});

test('notes come in the order that is asked for', async () => {
  const ask = graphAs({ scopes: ['Notes.Read'] });
  const path = '/me/onenote/pages?$select=title&$top=100&$orderby=title desc';
  const titles = (await json<Rows<{ title: string }>>(ask(path))).value.map(({ title }) => title);
  expect(titles.length).toBeGreaterThan(5);
  const collator = new Intl.Collator('en', { numeric: true });
  expect(titles).toEqual(titles.toSorted((one, other) => -collator.compare(one, other)));
});
