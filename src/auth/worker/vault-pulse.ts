/** Notices a worker that no longer speaks: whoever waits for it would wait for ever. */

const patience = 10_000;
/** Before its first word: its script may have a slow way here, and if it cannot come there is an `error` event. */
const patienceAtStart = 60_000;
const pingTakes = 5_000;
/** A timer this late means that the whole page slept, and the worker with it. */
const sleptFor = 2_000;

export interface Pulse {
  /** Somebody begins to wait for an answer. */
  waits(): void;
  /** The worker said something, whatever it was. */
  heard(): void;
  stop(): void;
}

/** After ten silent seconds in which somebody waits, the worker is asked whether it lives; five more, and it does not. */
export function takePulse(options: {
  isAwaited: () => boolean;
  ping: () => void;
  lost: () => void;
}): Pulse {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let spokeAt = 0;
  let hasSpoken = false;
  const allowed = () => (hasSpoken ? patience : patienceAtStart);

  function listen(): void {
    const silent = performance.now() - spokeAt;
    timer = setTimeout(check, Math.max(0, allowed() - silent));
  }

  function check(): void {
    timer = undefined;
    if (!options.isAwaited()) return;
    if (performance.now() - spokeAt < allowed()) listen();
    else ask();
  }

  function ask(): void {
    const askedAt = performance.now();
    options.ping();
    timer = setTimeout(() => {
      if (spokeAt >= askedAt) check();
      else if (performance.now() - askedAt > pingTakes + sleptFor) ask();
      else options.lost();
    }, pingTakes);
  }

  return {
    waits() {
      if (timer !== undefined) return;
      spokeAt = performance.now();
      listen();
    },
    heard() {
      spokeAt = performance.now();
      if (hasSpoken) return;
      hasSpoken = true;
      if (timer === undefined) return;
      clearTimeout(timer);
      listen();
    },
    stop() {
      hasSpoken = false;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
