// For `npm run mutation`: what a test file imports is kept from change to change, the file itself is evaluated anew, and
// the first test that notices the change ends it.
import { TestRunner } from 'vitest';

export default class RunnerOfKeptThread extends TestRunner {
  importFile(filepath, source) {
    // Nothing more is asked of a change that has been noticed.
    if (this.cancelRun) return undefined;
    const known = this.workerState.evaluatedModules.getModuleById(filepath);
    if (known) this.workerState.evaluatedModules.invalidateModule(known);
    return super.importFile(filepath, source);
  }

  onAfterRunTask(test) {
    super.onAfterRunTask(test);
    if (test.result?.state === 'fail') this.cancelRun = true;
  }
}
