import type { ChangeCase } from '#core/scene/change-case.ts';
import type { IncidentCase } from '#core/scene/incident-case.ts';
import type { AreaRow } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { Facet } from '#core/terms/facet.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { FacetEvidence } from './weigh-evidence.ts';
import { type IsUsual, UsualHandlers } from './usual-handlers.ts';

/** Facets that capped evidence judges; knowledge of code has a fitted model of its own. */
export const WEIGHED_FACETS = ['review', 'operate', 'explain'] as const satisfies readonly Facet[];
export type WeighedFacet = (typeof WEIGHED_FACETS)[number];

export interface PlacedEvidence extends FacetEvidence {
  readonly person: PersonId;
  readonly area: AreaRow;
  readonly facet: WeighedFacet;
}

/** Days around an incident in which work in its area is a second trace of who ended it. */
const SECOND_TRACE = 3;
/** How sure an act is to have been without help: with a second trace, with one trace only. */
const CONFIDENCE = { twoTraces: 1, oneTrace: 0.5 } as const;

/**
 * # Evidence of facets
 *
 * What it says: what each case of a scene shows of who can review, operate and explain an area.
 *
 * Formula: review with substance → reviewed, a nod → approved; if its change was merged and nobody else who usually reviews there took part
 * → independent. Incident: who ended it with nobody of those who usually do in it → independent (a demonstration if a commit or a roll-out of
 * theirs in that area within 3 days is a second trace); with one of them in it → drove; others who did something visible → shadowed.
 * Decision with a reason, runbook or document → documented, for each who decided or wrote; a runbook that somebody else walked through → led.
 * A question why, answered with none of those there who usually answer → independent, a demonstration where the answer leads to something written.
 *
 * Reading: by kind as weighed in `src/core/facets/weigh-evidence.ts`.
 *
 * Source: R005, R010, R099–R102; on-call practice (shadow, reverse shadow) as it names the kinds.
 *
 * Weakness: what an answer in chat said was never read, only that it stood; reading is nowhere recorded.
 */
export function facetEvidence(scene: Scene): readonly PlacedEvidence[] {
  return [...reviewEvidence(scene), ...operateEvidence(scene), ...explainEvidence(scene)];
}

function reviewEvidence({ changes, people }: Scene): readonly PlacedEvidence[] {
  const human = (person: PersonId): boolean => people[person]?.kind === 'human';
  const byArea = Map.groupBy(changes, ({ areas }) => areas[0] ?? -1);
  return [...byArea].flatMap(([area, rows]) => {
    if (area < 0) return [];
    const reviews = rows.flatMap((change) => change.reviews.filter(({ person }) => human(person)).map((review) => ({ change, ...review })));
    const usual = new UsualHandlers(reviews.filter(({ substance }) => substance));
    return reviews
      .toSorted((a, b) => a.at - b.at)
      .flatMap(({ change, at, person, substance }): PlacedEvidence[] => {
        const base = { person, area, facet: 'review', at, item: change.item } as const;
        if (!substance) return [{ ...base, kind: 'approved', confidence: 1 }];
        const alone = withoutUsual(usual.before(at), person, takingPart(change)) && change.mergedAt !== null;
        const seen = { ...base, kind: 'reviewed', confidence: 1 } as const;
        return alone ? [seen, { ...base, kind: 'independent', confidence: CONFIDENCE.twoTraces, demonstration: true }] : [seen];
      });
  });
}

function takingPart({ author, mergedBy, reviews, others }: ChangeCase): readonly PersonId[] {
  return [author, ...(mergedBy === null ? [] : [mergedBy]), ...[...reviews, ...others].map(({ person }) => person)];
}

/** Null: too little was done there to know who usually does it, so nothing is shown either way. */
function withoutUsual(usual: IsUsual | null, person: PersonId, present: readonly PersonId[]): boolean {
  return usual !== null && !present.some((other) => other !== person && usual(other));
}

function operateEvidence(scene: Scene): readonly PlacedEvidence[] {
  const byArea = Map.groupBy(scene.incidents, ({ area }) => area);
  return [...byArea].flatMap(([area, incidents]) => {
    if (area < 0) return [];
    const ended = incidents.filter(({ resolvedBy, resolvedAt, auto }) => resolvedBy !== null && resolvedAt !== null && !auto);
    const usual = new UsualHandlers(ended.map(({ resolvedAt, resolvedBy }) => ({ at: resolvedAt!, person: resolvedBy! })));
    return ended.toSorted((a, b) => a.resolvedAt! - b.resolvedAt!).flatMap((incident) => actsIn(scene, incident, usual));
  });
}

function actsIn(scene: Scene, incident: IncidentCase, usual: UsualHandlers): readonly PlacedEvidence[] {
  const { area, item } = incident;
  const person = incident.resolvedBy!;
  const at = incident.resolvedAt!;
  const there = [...incident.acknowledgedBy, ...incident.calledIn, ...incident.acted].map((one) => one.person);
  const before = usual.before(at);
  const base = { area, facet: 'operate', at, item } as const;
  const two = hasSecondTrace(scene, incident);
  const own: PlacedEvidence = withoutUsual(before, person, there)
    ? { ...base, person, kind: 'independent', confidence: two ? CONFIDENCE.twoTraces : CONFIDENCE.oneTrace, demonstration: two }
    : { ...base, person, kind: before === null ? 'shadowed' : 'drove', confidence: 1 };
  const beside = new Set(incident.acted.map((one) => one.person).filter((one) => one !== person));
  return [own, ...[...beside].map((one): PlacedEvidence => ({ ...base, person: one, kind: 'shadowed', confidence: 1 }))];
}

/** Something of theirs in the same area around the same time that another source recorded. */
function hasSecondTrace({ work, deployments }: Scene, { area, openedAt, resolvedAt, resolvedBy }: IncidentCase): boolean {
  const [from, to] = [openedAt, resolvedAt! + SECOND_TRACE * DAY];
  if (deployments.some((one) => one.area === area && one.person === resolvedBy && one.at >= from && one.at <= to)) return true;
  for (let row = firstFrom(work.at, from); row < work.count && work.at[row]! <= to; row++)
    if (work.area[row] === area && work.person[row] === resolvedBy) return true;
  return false;
}

function firstFrom(at: Uint32Array, moment: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at[middle]! < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

function explainEvidence(scene: Scene): readonly PlacedEvidence[] {
  const { decisions, documents } = scene;
  const decided = decisions.flatMap(({ area, item, decidedAt, deciders, proposedBy, why }): PlacedEvidence[] => {
    if (area < 0 || decidedAt === null || !why) return [];
    const people = new Set([...deciders, ...(proposedBy === null ? [] : [proposedBy])]);
    return [...people].map((person) => ({ person, area, facet: 'explain', kind: 'documented', at: decidedAt, confidence: 1, item }));
  });
  const written = documents.flatMap(({ area, item, writtenAt, authors, rehearsals }): PlacedEvidence[] => {
    if (area < 0) return [];
    const base = { area, facet: 'explain', item, confidence: 1 } as const;
    const walked = rehearsals.flatMap(({ at, person, worked }): PlacedEvidence[] =>
      person === null || worked === false || authors.includes(person) ? [] : [{ ...base, person, kind: 'led', at }],
    );
    return [...authors.map((person): PlacedEvidence => ({ ...base, person, kind: 'documented', at: writtenAt })), ...walked];
  });
  return [...decided, ...written, ...explained(scene)];
}

/** Why something is as it is, answered with none of those there who usually answer that; a link to something written is the second trace. */
function explained({ threads, people }: Scene): readonly PlacedEvidence[] {
  const asked = threads.filter(({ why, answers, area }) => why && area >= 0 && answers.length > 0);
  return [...Map.groupBy(asked, ({ area }) => area)].flatMap(([area, rows]) => {
    const first = rows.map(({ answers }) => answers[0]!);
    const usual = new UsualHandlers(first);
    return rows
      .toSorted((a, b) => a.answers[0]!.at - b.answers[0]!.at)
      .flatMap(({ item, askedBy, answers, mentioned }): PlacedEvidence[] => {
        const { at, person, link } = answers[0]!;
        if (people[person]?.kind !== 'human' || person === askedBy) return [];
        const there = [...answers, ...mentioned].map((one) => one.person);
        if (!withoutUsual(usual.before(at), person, there)) return [];
        const confidence = link ? CONFIDENCE.twoTraces : CONFIDENCE.oneTrace;
        return [{ person, area, facet: 'explain', kind: 'independent', at, item, confidence, demonstration: link }];
      });
  });
}
