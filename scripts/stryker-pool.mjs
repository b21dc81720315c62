// For `npm run mutation`: one thread for many changes. Loading the product and the simulated tenant takes longer than
// most tests do, and a change is only a number that the loaded code looks at.
import { ThreadsPoolWorker } from 'vitest/node';

const response = { __vitest_worker_response__: true };
/** Milliseconds: after a run this long something in the thread may still be busy, so the next gets a new one. */
const longest = 14_000;

/** What a change left behind in the thread is not to trouble many others. */
const most = 20;

let thread;
let runs = 0;
/** Ends the kept thread, once nobody uses it. */
let worn;

class KeptThread extends ThreadsPoolWorker {
  name = 'kept-thread';
  listeners = [];

  async start() {
    await worn?.terminate();
    worn = undefined;
    this.isNew = thread === undefined;
    this._thread = thread;
    await super.start();
    thread = this._thread;
    this.startedAt = performance.now();
  }

  on(event, callback) {
    this.listeners.push([event, callback]);
    super.on(event, callback);
  }

  send(message) {
    if (message.type === 'stop') return this.answer('stopped');
    if (message.type === 'start' && !this.isNew) return this.answer('started');
    return super.send(message);
  }

  async stop() {
    for (const [event, callback] of this.listeners) this.off(event, callback);
    this._thread.stdout.unpipe(this.stdout);
    this._thread.stderr.unpipe(this.stderr);
    runs += 1;
    if (runs >= most || performance.now() - this.startedAt > longest) {
      runs = 0;
      worn = thread;
      thread = undefined;
    }
  }

  answer(type) {
    setImmediate(() => {
      for (const [event, listener] of this.listeners) {
        if (event === 'message') listener({ ...response, type });
      }
    });
  }
}

export const keptThread = {
  name: 'kept-thread',
  createPoolWorker: (options) => new KeptThread(options),
};
