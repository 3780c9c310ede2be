import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY } from '#core/terms/moment.ts';
import { EVIDENCE_WEIGHTS, type EvidenceKind } from './evidence-kinds.ts';
import { levelOf } from './level-of.ts';
import { knowledgeOf } from './tally.ts';
import { type FacetEvidence, weighEvidence } from './weigh-evidence.ts';

const NOW = 1_800_000_000;

function times(count: number, kind: EvidenceKind, over: Partial<FacetEvidence> = {}): readonly FacetEvidence[] {
  return Array.from({ length: count }, (_, n) => ({ kind, at: NOW, confidence: 1, item: `${kind} ${n}`, ...over }));
}

const known = (evidence: readonly FacetEvidence[], at: number): number => knowledgeOf(weighEvidence(evidence, at));

const BO = [...times(6, 'reviewed'), ...times(2, 'approved'), ...times(10, 'read'), ...times(1, 'shadowed')];
const AFTER = [...BO, ...times(1, 'drove'), ...times(1, 'led'), ...times(1, 'independent', { demonstration: true })];
const ANA = [...times(500, 'authored'), ...times(20, 'independent', { demonstration: true })];

describe('[facets.1] capped evidence has the values that were worked out by hand', () => {
  test.each([
    ['a thousand pages read and a thousand written', [...times(1000, 'read'), ...times(1000, 'documented')], 0.1925, 1],
    ['a thousand nods', times(1000, 'approved'), 0.05, 0],
    ['six reviews, two nods, ten pages, one shadowing', BO, 0.3509, 2],
    ['the same after a drive, a lead and one act alone', AFTER, 0.701, 3],
    ['five hundred changes and twenty acts alone', ANA, 0.98, 3],
    ['forty changes', times(40, 'authored'), 0.5998, 2],
    ['forty changes with AI', times(40, 'assisted'), 0.1999, 1],
    ['somebody’s word', times(1000, 'declared'), 0, 0],
  ])('%s', (_, evidence, knowledge, level) => {
    const standing = levelOf(weighEvidence(evidence, NOW));
    expect(standing.knowledge).toBeCloseTo(knowledge, 3);
    expect(standing.level).toBe(level);
  });

  test('a year later, untouched', () => {
    const standing = levelOf(weighEvidence(AFTER, NOW + 365 * DAY));
    expect(standing.knowledge).toBeCloseTo(0.383, 3);
    expect(standing.level).toBe(2);
  });
});

const anyEvidence = fc.array(
  fc.record({
    kind: fc.constantFrom(...(Object.keys(EVIDENCE_WEIGHTS) as EvidenceKind[])),
    at: fc.integer({ min: NOW - 2000 * DAY, max: NOW }),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    item: fc.constant('x'),
    demonstration: fc.boolean(),
  }),
  { maxLength: 60 },
);

describe('[facets.2] it behaves as evidence does', () => {
  test('order does not matter, more never lowers it, silence never raises it', () => {
    fc.assert(
      fc.property(anyEvidence, anyEvidence, fc.integer({ min: 0, max: 900 }), (some, more, days) => {
        const knowledge = known(some, NOW);
        expect(known(some.toReversed(), NOW)).toBeCloseTo(knowledge, 9);
        expect(known([...some, ...more], NOW)).toBeGreaterThanOrEqual(knowledge - 1e-12);
        expect(known(some, NOW + days * DAY)).toBeLessThanOrEqual(knowledge + 1e-12);
        expect(knowledge).toBeGreaterThanOrEqual(0);
        expect(knowledge).toBeLessThan(1);
      }),
    );
  });

  test('nothing later than the moment counts', () => {
    expect(known(times(5, 'independent', { at: NOW + 1 }), NOW)).toBe(0);
  });
});

describe('[facets.3] alone wants a demonstration', () => {
  test('whatever else there is, and one of the last 180 days', () => {
    const without = [...times(500, 'authored'), ...times(50, 'led'), ...times(50, 'independent')];
    expect(levelOf(weighEvidence(without, NOW))).toMatchObject({ level: 2, expires: null });
    const shown = times(1, 'independent', { demonstration: true, at: NOW - 179 * DAY });
    expect(levelOf(weighEvidence([...without, ...shown], NOW))).toMatchObject({ level: 3, expires: NOW + DAY });
    expect(levelOf(weighEvidence([...without, ...shown], NOW + 2 * DAY)).level).toBe(2);
  });
});
