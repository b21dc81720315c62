// For `npm run mutation`: asks tests about one change after the other without loading everything anew for each. What that
// finds is believed only as far as it has been checked: see docs/mutation.md.
import { basename, resolve } from 'node:path';
import { BroadcastChannel } from 'node:worker_threads';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { MutantRunStatus } from '@stryker-mutator/api/test-runner';
import { strykerPlugins as vitest } from '@stryker-mutator/vitest-runner';

/** Changes between two fresh starts. */
const keptFor = 100;

/** So few tests are asked twice before it is said that nobody noticed. */
const cheap = 30;

class KeptRunner {
  #fresh;
  #worker;
  /** Per test file, how long it took last; per changed file, who noticed how many. */
  #took = new Map();
  #noticed = new Map();

  constructor(fresh) {
    this.#fresh = fresh;
  }

  capabilities() {
    return this.#fresh.capabilities();
  }

  init() {
    return this.#fresh.init();
  }

  dryRun(options) {
    return this.#fresh.dryRun(options);
  }

  async dispose() {
    await this.#end();
    await this.#fresh.dispose();
  }

  async mutantRun(options) {
    const verdict = await this.#ask(options);
    const { length } = options.testFilter ?? [];
    if (verdict && (verdict.status === MutantRunStatus.Killed || length > cheap)) return verdict;
    // Something is odd, or it costs little to be sure: the verdict is that of a thread which has seen no other change.
    await this.#end();
    return this.#fresh.mutantRun(options);
  }

  /** @returns nothing when a test failed that fails without the change too, in the same place and right afterwards */
  async #ask({ activeMutant, testFilter = [], hitLimit, sandboxFileName }) {
    const files = groupBy(testFilter, (id) => id.split('#')[0]);
    if (files.size === 0) return undefined;
    const worker = await this.#start();
    const { errorsSet } = this.#fresh.ctx.state;
    const errors = errorsSet.size;
    let ran = 0;
    let fresh = true;
    for (const file of this.#inOrder([...files.keys()], sandboxFileName)) {
      const names = files.get(file).map((id) => id.slice(file.length + 1));
      const path = resolve(file);
      const told = await worker.ask({
        file: path,
        names,
        mutant: activeMutant.id,
        hitLimit,
        fresh,
      });
      fresh = false;
      ran += told.ran ?? 0;
      if (told.broken || errorsSet.size > errors) return undefined;
      if (hitLimit !== undefined && told.hits > hitLimit) return undefined;
      if (told.failed === undefined && told.error === undefined) {
        this.#took.set(file, told.took);
        continue;
      }
      if (told.failed === undefined) return undefined;
      const control = await worker.ask({ file: path, names: [told.failed], fresh });
      if (control.broken || control.error !== undefined || control.ran === 0) return undefined;
      if (errorsSet.size > errors) return undefined;
      this.#credit(sandboxFileName, file);
      return {
        status: MutantRunStatus.Killed,
        failureMessage: told.error ?? 'It failed.',
        killedBy: [`${file}#${told.failed}`],
        nrOfTests: ran,
      };
    }
    return { status: MutantRunStatus.Survived, nrOfTests: ran };
  }

  /** Whoever noticed most so far, then the tests beside the file, then the quick ones. */
  #inOrder(files, changed) {
    const beside = `-${basename(changed, '.ts')}.`;
    const noticed = this.#noticed.get(changed);
    const rank = (file) => [
      -(noticed?.get(file) ?? 0),
      file.includes(beside) ? 0 : 1,
      this.#took.get(file) ?? (file.includes('.property.') ? 5_000 : 1_000),
    ];
    return files
      .map((file) => [file, ...rank(file)])
      .toSorted((one, other) => one[1] - other[1] || one[2] - other[2] || one[3] - other[3])
      .map(([file]) => file);
  }

  #credit(changed, file) {
    const noticed = this.#noticed.get(changed) ?? new Map();
    this.#noticed.set(changed, noticed.set(file, (noticed.get(file) ?? 0) + 1));
  }

  async #start() {
    if (this.#worker && this.#worker.left > 0) {
      this.#worker.left -= 1;
      return this.#worker;
    }
    await this.#end();
    const { ctx } = this.#fresh;
    const channel = new BroadcastChannel('mutation');
    let heard;
    const next = () =>
      new Promise((done) => {
        heard = done;
      });
    channel.addEventListener('message', ({ data }) => heard?.(data));
    const ready = next();
    ctx.state.filesMap.clear();
    ctx.provide('mode', 'kept');
    for (const project of ctx.projects) project.config.testNamePattern = undefined;
    const running = ctx.start(['scripts/mutation-worker.mjs']);
    await Promise.race([ready, running]);
    this.#worker = {
      left: keptFor,
      ask(question) {
        const answer = next();
        channel.postMessage(question);
        return answer;
      },
      async end() {
        channel.postMessage('end');
        await running;
        channel.close();
      },
    };
    return this.#worker;
  }

  async #end() {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.end();
  }
}

function groupBy(all, keyOf) {
  const groups = new Map();
  for (const each of all) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each]);
  return groups;
}

function keptRunner(injector) {
  return new KeptRunner(injector.injectFunction(vitest[0].factory));
}
keptRunner.inject = ['$injector'];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'kept', keptRunner)];
