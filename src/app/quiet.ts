/** When nobody waits for an answer: what can be done beforehand is done then, so that it delays nobody. */

/** Milliseconds without a request after which none is expected at once. */
const stillness = 300;

export class Quiet {
  #underWay = 0;
  #lastAt = performance.now();

  /** Counts as noise from now until it has ended. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay++;
    try {
      return await work();
    } finally {
      this.#underWay--;
      this.#lastAt = performance.now();
    }
  }

  /** Resolves when nothing has been under way for a moment. */
  async moment(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, stillness));
    while (this.#underWay > 0 || performance.now() - this.#lastAt < stillness);
  }
}
