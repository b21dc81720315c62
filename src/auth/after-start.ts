/** Code that the first screen does not need: fetched a little later, or at once when it is needed sooner. */

const start = 4_000;

/** Fetched ahead, so that a lost network or a new deployment does not keep it away on the day it is needed. */
export function afterStart<Module>(load: () => Promise<Module>): () => Promise<Module> {
  setTimeout(() => {
    load().catch(() => undefined);
  }, start);
  return load;
}
