// For `npm run mutation`: stays loaded from one change to the next and runs the tests that it is told of, again and
// again. Each time a test file is evaluated anew; what it imports stays, and is where the change is switched on.
import { fileURLToPath } from 'node:url';
import { BroadcastChannel } from 'node:worker_threads';
import { startTests } from '@vitest/runner';
import { inject, test, TestRunner, vi } from 'vitest';

const worker = globalThis.__vitest_worker__;
const stryker = globalThis[inject('globalNamespace')];

function runnerFor({ mutant, fresh }) {
  const runner = new TestRunner({ ...worker.config, setupFiles: [] });
  let failed;
  return Object.assign(runner, {
    trace: (_, options, run) => (run ?? options)(),
    async importFile(path) {
      for (const each of worker.evaluatedModules.fileToModulesMap.get(path) ?? [])
        worker.evaluatedModules.invalidateModule(each);
      await import(path);
      // Not before: what is decided once, when a file is loaded, is no matter of this measurement.
      if (fresh) stryker.hitCount = 0;
      stryker.activeMutant = mutant;
    },
    onBeforeRunTask(each) {
      if (failed) each.mode = 'skip';
      worker.current = each;
    },
    onAfterRunTask(each) {
      if (each.result?.state === 'fail') failed ??= each;
    },
    onAfterRunSuite: () => undefined,
  });
}

const nameOf = (task) => (task.suite ? `${nameOf(task.suite)} ${task.name}` : task.name);
const testsOf = (task) => (task.type === 'test' ? [task] : task.tasks.flatMap(testsOf));
const errorOf = (task) =>
  task.result?.state === 'fail' && task.result.errors?.length
    ? task.result.errors[0].message
    : (task.tasks ?? []).map(errorOf).find((error) => error !== undefined);

/** Of one file, what failed first. */
async function run({ file, names, hitLimit, ...how }) {
  const words = names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  stryker.hitLimit = hitLimit;
  const began = performance.now();
  const [done] = await startTests(
    [{ filepath: file, testNamePattern: new RegExp(`^(?:${words.join('|')})$`) }],
    runnerFor(how),
  ).finally(() => {
    stryker.activeMutant = undefined;
    stryker.hitLimit = undefined;
    vi.resetConfig();
    vi.restoreAllMocks();
  });
  const tests = testsOf(done).filter(({ mode, result }) => mode !== 'skip' && result);
  return {
    took: performance.now() - began,
    hits: stryker.hitCount,
    ran: tests.length,
    failed: tests.filter(({ result }) => result.state === 'fail').map(nameOf)[0],
    error: errorOf(done),
  };
}

if (inject('mode') === 'kept') {
  // This file is never done, and whoever waits until all that is imported has come shall not wait for it.
  const own = fileURLToPath(import.meta.url);
  for (const each of worker.evaluatedModules.fileToModulesMap.get(own) ?? []) each.evaluated = true;
  worker.resolvingModules.clear();
  const channel = new BroadcastChannel('mutation');
  await new Promise((end) => {
    channel.addEventListener('message', ({ data }) => {
      if (data === 'end') end();
      else
        void run(data)
          .catch((error) => ({ broken: String(error?.stack ?? error) }))
          .then((told) => channel.postMessage(told));
    });
    channel.postMessage('ready');
  });
  channel.close();
}

test('stands by', () => undefined);
