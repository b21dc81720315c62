/** Long looks through a mailbox are taken in slices, so that the worker they run in keeps answering others. */

const slice = 12;

/** @returns a function to be called between two steps; now and then it waits for its turn. */
export function breather(): () => Promise<void> | void {
  let started = performance.now();
  let steps = 0;
  return () => {
    if (++steps % 64 > 0 || performance.now() - started < slice) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        started = performance.now();
        resolve();
      }, 0);
    });
  };
}
