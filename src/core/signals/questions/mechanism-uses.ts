import type { FactFamily } from '#core/facts/fact-kinds.ts';
import { type Scene, WORK_FLAG } from '#core/scene/scene.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';

/** One time that a way of sharing was used, and whom it reached. */
export interface MechanismUse {
  readonly at: Moment;
  readonly people: readonly PersonId[];
}

export interface Mechanism {
  readonly name: string;
  readonly needs: FactFamily | 'git';
  readonly uses: (scene: Scene) => readonly MechanismUse[];
}

/** Ways in which knowledge is shared, each by what shows that it was used. Whoever is reached took part; the one who already knew is among them. */
export const MECHANISMS: readonly Mechanism[] = [
  { name: 'reviews with substance', needs: 'changes', uses: reviews },
  { name: 'decision records with reasons', needs: 'decisions', uses: decisions },
  { name: 'rotation on call', needs: 'rota', uses: rotation },
  { name: 'changes made together', needs: 'git', uses: pairing },
  { name: 'sessions', needs: 'calendar', uses: sessions },
  { name: 'incident reviews', needs: 'incidents', uses: incidentReviews },
  { name: 'runbooks rehearsed by others', needs: 'documents', uses: rehearsals },
  { name: 'answers that lead to something written', needs: 'chat', uses: answers },
];

function reviews({ changes }: Scene): readonly MechanismUse[] {
  return changes.flatMap(({ author, reviews: of }) =>
    of.filter(({ substance, person }) => substance && person !== author).map(({ at, person }) => ({ at, people: [author, person] })),
  );
}

function decisions({ decisions: of }: Scene): readonly MechanismUse[] {
  return of.flatMap(({ decidedAt, why, deciders, proposedBy }) =>
    decidedAt === null || !why ? [] : [{ at: decidedAt, people: proposedBy === null ? deciders : [proposedBy, ...deciders] }],
  );
}

/** A shift that follows somebody else’s in the same area: the rota went round. */
function rotation({ shifts, at: now }: Scene): readonly MechanismUse[] {
  const byArea = Map.groupBy(
    shifts.filter(({ level, from }) => level === 1 && from <= now),
    ({ area }) => area,
  );
  return [...byArea.values()].flatMap((of) => {
    const inOrder = of.toSorted((a, b) => a.from - b.from || a.to - b.to);
    return inOrder.slice(1).flatMap((one, i) => {
      const before = inOrder[i]!;
      return one.person === before.person ? [] : [{ at: one.from, people: [before.person, one.person] }];
    });
  });
}

function pairing({ work }: Scene): readonly MechanismUse[] {
  const uses: MechanismUse[] = [];
  for (let row = 0; row < work.count; row++)
    if ((work.flags[row]! & WORK_FLAG.shared) !== 0) uses.push({ at: work.at[row]!, people: [work.person[row]!] });
  return uses;
}

function sessions({ blocks }: Scene): readonly MechanismUse[] {
  return blocks
    .filter(({ what, kept, takesPart }) => what === 'session' && kept && takesPart.length > 0)
    .map(({ from, person, takesPart }) => ({ at: from, people: [person, ...takesPart] }));
}

function incidentReviews({ incidents }: Scene): readonly MechanismUse[] {
  return incidents.flatMap(({ review }) =>
    review === null ? [] : [{ at: review.at, people: review.ledBy === null ? review.takesPart : [review.ledBy, ...review.takesPart] }],
  );
}

function rehearsals({ documents }: Scene): readonly MechanismUse[] {
  return documents.flatMap(({ authors, rehearsals: of }) =>
    of.flatMap(({ at, person }) => (person === null || authors.includes(person) ? [] : [{ at, people: [person] }])),
  );
}

function answers({ threads }: Scene): readonly MechanismUse[] {
  return threads.flatMap(({ askedBy, answers: of }) =>
    of.filter(({ link, person }) => link && person !== askedBy).map(({ at, person }) => ({ at, people: [askedBy, person] })),
  );
}
