import { HOUR, type Moment } from '#core/terms/moment.ts';

/** A finding that speaks of one person, such as: one carrier handles most of an area. */
export interface PersonalFinding {
  readonly foundAt: Moment;
  /** Keys of the people who can be recognised in it. */
  readonly subjects: readonly string[];
  /** Who of them has looked and let it go on, and when. */
  readonly letGo: readonly { readonly by: string; readonly at: Moment }[];
  /** Notes of the subjects; shown with the finding wherever it is shown. */
  readonly notes: readonly { readonly by: string; readonly text: string }[];
}

/** How long the person has it for themself. */
export const FIRST_LOOK = 72 * HOUR;

/** From when others see it: after three days, or once every subject has let it go on; at once where nobody can be recognised. */
export function othersSeeFrom({ foundAt, subjects, letGo }: PersonalFinding): Moment {
  const words = subjects.map((subject) => letGo.filter(({ by, at }) => by === subject && at >= foundAt).map(({ at }) => at));
  const allGo = words.every((own) => own.length > 0)
    ? Math.max(foundAt, ...words.map((own) => Math.min(...own)))
    : Number.POSITIVE_INFINITY;
  return Math.min(foundAt + FIRST_LOOK, allGo);
}

/** The finding as somebody may see it now, or null. Its subjects see it from the first moment. */
export function findingFor<F extends PersonalFinding>(key: string, finding: F, now: Moment): F | null {
  if (now < finding.foundAt) return null;
  if (finding.subjects.includes(key) || now >= othersSeeFrom(finding))
    return { ...finding, notes: finding.notes.filter(({ by }) => finding.subjects.includes(by)) };
  return null;
}
