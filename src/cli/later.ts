/** What may wait until the answer is out. */
export class Later {
  #works: (() => void)[] = [];

  add(work: () => void): void {
    this.#works.push(work);
  }

  /** Does what is waiting, once. */
  doNow(): void {
    const works = this.#works;
    this.#works = [];
    for (const work of works) work();
  }
}
