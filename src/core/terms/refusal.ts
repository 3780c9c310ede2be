/**
 * A problem that the caller can fix. Anything else is a bug and travels untouched to the door.
 * Every code stands in `refusals.ts` with its remedy; docs/refusals.md is generated from there.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly remedy: string;

  constructor(code: string, sentence: string, remedy: string) {
    super(sentence);
    this.name = 'Refusal';
    this.code = code;
    this.remedy = remedy;
  }
}

/** A refusal as it goes from one thread to another, which keep no classes. */
export type RefusalFacts = Pick<Refusal, 'code' | 'message' | 'remedy'>;

export function factsOfRefusal({ code, message, remedy }: Refusal): RefusalFacts {
  return { code, message, remedy };
}

export function refusalOfFacts({ code, message, remedy }: RefusalFacts): Refusal {
  return new Refusal(code, message, remedy);
}
