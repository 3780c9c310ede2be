import { describe, expect, it } from 'vitest';
import type { Scene } from '#core/scene/scene.ts';
import { randomScene } from '#test/random-scene.ts';
import { daysAgo } from '#test/scene.ts';
import { driftRule } from './drift/drift-rule.ts';
import { readSignals } from './read-signals.ts';
import type { SignalUnit } from './signal.ts';
import { SIGNALS } from './signals.ts';

const SCENES = Array.from({ length: 12 }, (_, seed) => randomScene(seed + 1));
const all = (scene: Scene) => readSignals(scene, SIGNALS).found.map(({ signal, reading }) => ({ signal: signal.id, ...reading }));

/** What the issue names: each phrase of the essays, and the signals that answer it. */
const PHRASES: Readonly<Record<string, readonly string[]>> = {
  R001: ['quiet-solo'],
  R002: ['unclear-default'],
  R004: ['trained-to-wait'],
  R021: ['parachute-by-leaders', 'parachute-by-outsiders', 'parachute-by-agents'],
  R022: ['not-understood', 'parachute-by-agents'],
  R023: ['long-shadow'],
  R024: ['decisions-elsewhere'],
  R025: ['discarded-work'],
  R026: ['past-its-people'],
  R027: ['caped-area'],
  R040: ['rescue-loop', 'lasting-rescue'],
  R044: ['page-concentration'],
  R047: ['rescue-loop'],
  R048: ['speed-without-risk'],
  R050: ['decision-wait'],
  R051: ['review-wait'],
  R052: ['stale-model'],
  R053: ['one-approver'],
  R075: ['recognition-balance'],
  R076: ['documentation-debt'],
  R086: ['night-load'],
  R088: ['caped-area'],
  R089: ['launch-rush', 'overload', 'greenfield-alone'],
  R090: ['planning-erosion', 'urgent-routing'],
  R091: ['lasting-rescue'],
  R092: ['four-roles'],
  R097: ['sole-translator'],
  R106: ['bypassed-layers'],
  R111: ['verbal-context'],
  R112: ['client-escalations'],
  R113: ['planning-erosion'],
  R114: ['unshadowed-work'],
  R115: ['pressure-passed-on'],
};

it.each(Object.entries(PHRASES))('[signals.11] %s is answered by its signals', (phrase, ids) => {
  const answering = SIGNALS.filter(({ requirements }) => requirements.includes(phrase)).map(({ id }) => id);
  expect(answering.filter((id) => ids.includes(id)).toSorted()).toEqual([...ids].toSorted());
});

describe('impact on others is the only evidence (R005, R011, R019)', () => {
  /** How each scene would be told if people said more of themselves, or did more of what enables nobody by itself. */
  const MORE: readonly (readonly [string, (scene: Scene) => Scene, readonly string[]])[] = [
    [
      'what somebody writes about their own change',
      (scene) => ({ ...scene, changes: scene.changes.map((change) => ({ ...change, bodyLength: 9_000 })) }),
      [],
    ],
    [
      'how large work is, but for rewrites that land from outside',
      (scene) => ({
        ...scene,
        changes: scene.changes.map((change) => ({ ...change, lines: change.lines === null ? null : 50 * change.lines + 5_000 })),
      }),
      ['parachute-by-leaders', 'parachute-by-outsiders', 'parachute-by-agents', 'long-shadow', 'discarded-work'],
    ],
    [
      'how many comments a review has, and how many files a commit',
      (scene) => ({
        ...scene,
        changes: scene.changes.map((change) => ({ ...change, reviews: change.reviews.map((review) => ({ ...review, comments: 40 })) })),
      }),
      [],
    ],
    [
      'how often somebody says that they walked through their own document',
      (scene) => ({
        ...scene,
        documents: scene.documents.map((document) => ({
          ...document,
          reviewedAt: daysAgo(1),
          rehearsals: [...document.rehearsals, ...document.authors.map((person) => ({ at: daysAgo(1), person, worked: true }))],
        })),
      }),
      [],
    ],
  ];

  it.each(MORE)('[signals.12] nothing else is said by %s', (_, told, but) => {
    for (const scene of SCENES) {
      const others = (one: Scene) => all(one).filter(({ signal }) => !but.includes(signal));
      expect(others(told(scene))).toEqual(others(scene));
    }
  });
});

describe('deep knowledge stays welcome (R087)', () => {
  it('[signals.12] a second person who knows an area clears what was raised about its only carrier, and nothing that one knows raises anything', () => {
    for (const scene of SCENES) {
      const carriedBy = (carriers: readonly number[]) => ({ ...scene, areas: scene.areas.map((area) => ({ ...area, carriers })) });
      const raised = (one: Scene) => all(one).filter((reading) => reading.raised && reading.signal === 'caped-area');
      expect(raised(carriedBy([0, 1]))).toEqual([]);
      const others = (one: Scene) => all(one).filter(({ signal }) => !CARRIED.has(signal));
      expect(others(carriedBy([0]))).toEqual(others(carriedBy([0, 1])));
    }
  });
  /** What asks who knows an area; all others ask only what is done there. */
  const CARRIED: ReadonlySet<string> = new Set(['caped-area', 'launch-rush', 'stale-model', 'review-wait', 'unshadowed-work']);
});

describe('how it is said', () => {
  const UNITS: ReadonlySet<SignalUnit> = new Set(['share', 'nights a week', 'roles']);
  const SPEED = /merged within|ended within|rollouts|times the pace/i;
  const BESIDE = /knows? it|ended one|urgent work/i;

  it('[signals.13] nothing is counted in output, and speed is never told without what it did to others (R027)', () => {
    expect(SIGNALS.filter(({ unit }) => !UNITS.has(unit)).map(({ id }) => id)).toEqual([]);
    const said = SCENES.flatMap((scene) => all(scene).map(({ sentence }) => sentence));
    expect(said.filter((sentence) => SPEED.test(sentence)).length).toBeGreaterThan(0);
    expect(said.filter((sentence) => SPEED.test(sentence) && !BESIDE.test(sentence))).toEqual([]);
  });

  it('[signals.13] no move is to be out of reach, to refuse help or to do less (R098, R087)', () => {
    const out = /unavailable|not disturb|refuse|decline|stop (?:help|answer|work)|ignore|mute|turn off|say no|leave it|do less|work less/i;
    expect(SIGNALS.filter(({ move }) => out.test(move)).map(({ move }) => move)).toEqual([]);
    const shares =
      /somebody else|second|another|others|share|together|one person|a person|somebody|team|people|hand|layer|written|write|review|draft|window|rota|record|remove|thank/i;
    expect(SIGNALS.filter(({ move }) => !shares.test(move)).map(({ move }) => move)).toEqual([]);
  });

  /** Whose patterns mean one pair of hands: these look first, for 72 hours (R045). A signal leaves this list only by a decision. */
  const PERSONAL = [
    'quiet-solo unclear-default trained-to-wait parachute-by-leaders parachute-by-outsiders long-shadow page-concentration rescue-loop',
    'lasting-rescue night-load caped-area four-roles next-one decision-wait review-wait one-approver sole-translator urgent-routing',
    'client-escalations greenfield-alone stale-model',
  ].flatMap((line) => line.split(' '));

  it('[signals.7] whoever is meant looks first, and nobody is on a wall (R045)', () => {
    expect(
      SIGNALS.filter(({ personal }) => personal)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(PERSONAL.toSorted());
  });

  it('[signals.6] readings come in the order of areas, never of people or of figures (R070)', () => {
    for (const scene of SCENES)
      for (const signal of SIGNALS) {
        const areas = readSignals(scene, [signal]).found.flatMap(({ reading }) => (reading.area === null ? [] : [reading.area]));
        expect(areas).toEqual(areas.toSorted());
      }
  });

  it('[signals.5] drift is strain of the operating model, never dedication (R116)', () => {
    const texts = SCENES.map((scene) => JSON.stringify(driftRule(readSignals(scene, SIGNALS), scene.at)));
    expect(texts.some((text) => text.includes('operating model'))).toBe(true);
    expect(texts.filter((text) => /dedicat|contributor|commitment|devot|heroic|thank/i.test(text))).toEqual([]);
  });
});
