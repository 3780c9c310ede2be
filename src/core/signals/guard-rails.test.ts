import { describe, expect, it } from 'vitest';
import type { Scene } from '#core/scene/scene.ts';
import { randomScene } from '#test/random-scene.ts';
import { renamedScene, shuffledScene } from '#test/retold-scene.ts';
import { sceneOf } from '#test/scene.ts';
import { readLaw } from '#test/walls/vocabulary.ts';
import { readSignals } from './read-signals.ts';
import type { SignalReading } from './signal.ts';
import { SIGNALS } from './signals.ts';

const SCENES = Array.from({ length: 24 }, (_, seed) => randomScene(seed + 1));
/** Words of praise and blame, beside those that are never said at all. */
const JUDGING =
  /\b(hero\w*|best|worst|good|bad|great|excellent|lazy|slow(er|est)? than|fast(er|est)? than|fail(s|ed)? to|refus\w+|ignor\w+|neglect\w*|careless|selfish|dedicat\w+|talent\w*|strong(er|est)?|weak(er|est)?|credit|deserv\w+|should have|he|she|his|her)\b/i;
const NAMED = /\b(person|people|somebody|anyone|#) ?#?\d|@/i;

describe.each(SIGNALS.map((signal) => [signal.id, signal] as const))('%s', (id, signal) => {
  const found = (scene: Scene): readonly SignalReading[] => readSignals(scene, [signal]).found.map(({ reading }) => reading);

  it('[signals.5] names, praises and blames nobody, and counts no output', () => {
    const { never } = readLaw();
    const texts = SCENES.flatMap((scene) =>
      found(scene).flatMap(({ sentence, evidence }) => [sentence, ...evidence.map(({ note }) => note)]),
    );
    const said = [...new Set([...texts, signal.name, signal.asks, signal.measures, signal.move])];
    const wrong = said.filter(
      (text) => JUDGING.test(text) || NAMED.test(text) || never.some((word) => new RegExp(`\\b${word}`, 'i').test(text)),
    );
    expect(wrong).toEqual([]);
    expect(said.filter((text) => /undefined|NaN|null|Infinity|\[object/.test(text))).toEqual([]);
    expect(found(SCENES[0]!).filter(({ sentence }) => !/^[A-Z0-9“].*[.]$/.test(sentence))).toEqual([]);
  });

  it('[signals.6] finds the same whatever order rows are told in', () => {
    for (const [seed, scene] of SCENES.entries()) expect(found(shuffledScene(scene, seed))).toEqual(found(scene));
  });

  it('[signals.6] finds the same under other names, and says it of whoever bears them now', () => {
    for (const scene of SCENES) {
      const as = scene.people.map((_, person) => (person + 3) % scene.people.length);
      const renamed = (reading: SignalReading) => ({
        ...reading,
        concerns: reading.concerns.map((one) => as[one]!).toSorted((a, b) => a - b),
      });
      expect(found(renamedScene(scene, as))).toEqual(found(scene).map(renamed));
    }
  });

  it('[signals.7] says whom it concerns, if it is personal', () => {
    for (const scene of SCENES)
      for (const { concerns, raised } of found(scene)) {
        expect(concerns.every((one) => scene.people[one]?.kind === 'human')).toBe(true);
        expect(concerns).toEqual([...new Set(concerns)].toSorted((a, b) => a - b));
        if (signal.personal && raised) expect(concerns.length).toBeGreaterThan(0);
      }
  });

  it('[signals.1] is raised only past its threshold, on enough cases', () => {
    for (const scene of SCENES)
      for (const { raised, value, n, threshold, window, area } of found(scene)) {
        expect(value.low <= value.value && value.value <= value.high).toBe(true);
        expect(window.from < window.to && window.to <= scene.at).toBe(true);
        expect(n).toBeGreaterThan(0);
        if (raised) expect(value.low > threshold && n >= signal.limits.least).toBe(true);
        if (area !== null) expect(scene.areas.some(({ id: known }) => known === area)).toBe(true);
      }
  });

  it('[signals.8] finds nothing where nothing happened', () => {
    expect(found(sceneOf())).toEqual([]);
    expect(found(sceneOf({ peopleCount: 0, areaCount: 0 }))).toEqual([]);
  });

  it('[signals.3] is not judged without what it needs', () => {
    for (const family of signal.needs) {
      const since = Object.fromEntries(Object.entries(SCENES[0]!.since).filter(([known]) => known !== family));
      expect(readSignals({ ...SCENES[0]!, since }, [signal])).toMatchObject({
        found: [],
        notJudged: [{ why: expect.stringContaining(family) }],
      });
    }
  });

  it('[signals.9] takes the limits that a team has set', () => {
    const raised = (own = {}) =>
      SCENES.flatMap((scene) => readSignals(scene, [signal], own).found).filter(({ reading }) => reading.raised).length;
    expect(raised({ [id]: { least: 1e6 } })).toBe(0);
    expect(raised({ [id]: { threshold: 1e6 } })).toBe(0);
    expect(raised({ [id]: { threshold: -1, least: 0, risen: false } })).toBeGreaterThanOrEqual(raised());
  });
});

describe('the table', () => {
  it('[signals.6] calls every signal once, by the name of its file', () => {
    const ids = SIGNALS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it('[signals.6] has found something to look at with every signal, and some of it raised', () => {
    const found = SCENES.flatMap((scene) => readSignals(scene, SIGNALS).found);
    expect(SIGNALS.filter(({ id }) => !found.some(({ signal }) => signal.id === id)).map(({ id }) => id)).toEqual([]);
    if (SIGNALS.length > 0) expect(found.filter(({ reading }) => reading.raised).length).toBeGreaterThan(0);
  });
});
