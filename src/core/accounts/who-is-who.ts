import type { Moment } from '#core/terms/moment.ts';
import type { Leaver } from './with-leavers.ts';

/** Which spellings are one person and which are not, as people have said and confirmed; in the words of `people:` in understudy.yaml. */
export interface WhoIsWho {
  readonly same: readonly (readonly string[])[];
  readonly different: readonly (readonly string[])[];
  /** Those whose account is deactivated, since when. */
  readonly left: readonly Leaver[];
  /** From then on acts count as somebody's; what was done before is past its term. Absent: all do. */
  readonly keptFrom?: Moment;
}
