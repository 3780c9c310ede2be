import type { Answer } from './answer.ts';

/** No such class exists: it is a mark that the compiler sees. Protected, so that copying a marked value does not copy the mark. */
declare abstract class ReleasedByPolicy {
  protected readonly releasedByPolicy: true;
}

/** An answer that core/policy has let out to somebody. Printers and doors take nothing else, and nothing else can be made into one. */
export type Released<A extends Answer = Answer> = A & ReleasedByPolicy;
