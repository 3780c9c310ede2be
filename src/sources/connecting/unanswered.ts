/** A request that got no answer, and why: tried again a few times before it is a refusal. */
export class Unanswered extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Unanswered';
  }
}
