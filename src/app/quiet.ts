/** When nobody waits for an answer: what can be done beforehand is done then, so that it delays nobody. */

/** Milliseconds without a request after which none is expected at once. */
const stillness = 300;

export class Quiet {
  #underWay = 0;
  #lastAt = performance.now();
  readonly #whenAnswered: (() => void)[] = [];

  /** Counts as noise from now until it has ended. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay++;
    try {
      return await work();
    } finally {
      this.#underWay--;
      this.#lastAt = performance.now();
      if (this.#underWay === 0) for (const go of this.#whenAnswered.splice(0)) setTimeout(go);
    }
  }

  /** Resolves as soon as what is asked next has been answered and nothing is under way; whoever asked has the answer by then. */
  answered(): Promise<void> {
    return new Promise((resolve) => this.#whenAnswered.push(resolve));
  }

  /** Resolves as soon as nothing is under way, and nothing has come meanwhile. */
  async free(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    while (this.#underWay > 0) await this.answered();
  }

  /** Resolves when nothing has been under way for a moment. */
  async moment(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve, stillness));
    while (this.#underWay > 0 || performance.now() - this.#lastAt < stillness);
  }
}
