import type { Scene } from '#core/scene/scene.ts';
import { concentration } from '#core/signals/questions/concentration.ts';
import { incentives } from '#core/signals/questions/incentives.ts';
import { legibility } from '#core/signals/questions/legibility.ts';
import { mechanisms } from '#core/signals/questions/mechanisms.ts';
import { limitsOf, type OwnLimits, readSignals } from '#core/signals/read-signals.ts';
import type { Signal, SignalReading } from '#core/signals/signal.ts';
import { signalKey } from '#core/signals/signal-state.ts';
import { SIGNALS } from '#core/signals/signals.ts';
import { LEAST_KNOWN_DAYS } from '#core/signals/stretch.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { LookFacts, NoticedReading } from './noticed.ts';
import { raisedAsBefore, type RaisedBefore } from './raised-before.ts';

/** One look at a scene: what every signal says of every place, and whom each raised one means. */
export interface Look {
  readonly facts: LookFacts;
  readonly readings: readonly LookedAt[];
}

export interface LookedAt {
  readonly reading: NoticedReading;
  /** Rows of the scene; empty: nobody in particular. Leaves core as marks only. */
  readonly concerns: readonly PersonId[];
}

/** Looks with all signals, under the limits that the team has set; one reading for each signal and place. `before`: what the last look raised, and under which limits. */
export function lookAtScene(scene: Scene, own: OwnLimits = {}, before: RaisedBefore = new Map()): Look {
  const read = readSignals(scene, SIGNALS, own);
  const kept = new Map(read.found.map(({ signal, reading }) => [signalKey(signal.id, reading), lookedAt(scene, signal, reading)]));
  for (const { signal, reading, limits } of raisedAsBefore(scene, own, before)) {
    const key = signalKey(signal.id, reading);
    const { threshold } = limitsOf(signal, own);
    const now = kept.get(key) ?? lookedAt(scene, signal, { ...reading, raised: false, threshold });
    if (!now.reading.raised) kept.set(key, { ...now, reading: { ...now.reading, silenced: limits } });
  }
  return {
    facts: {
      at: scene.at,
      areas: scene.areas.map(({ id, name, teams }) => ({ id, name, teams: teams.map((team) => scene.teams[team]!.name) })),
      teams: scene.teams.map(teamOf),
      notJudged: read.notJudged.map(({ signal, why }) => ({ signal: signal.id, why, missing: missingOf(signal, scene) })),
      systems: {
        concentration: concentration(scene, read),
        mechanisms: mechanisms(scene),
        legibility: legibility(scene),
        incentives: incentives(scene),
      },
      ...(Object.keys(own).length === 0 ? {} : { own }),
    },
    readings: [...kept.values()],
  };
}

function teamOf({ id, name, also = [] }: Scene['teams'][number]): LookFacts['teams'][number] {
  const called =
    also.length === 0 ? [] : [id, ...also].map((place) => place.slice(Math.max(place.indexOf(':'), place.lastIndexOf('/')) + 1));
  const others = [...new Set(called)].filter((one) => one !== name);
  return { id, name, ...(others.length === 0 ? {} : { also: others }), ...(also.length === 0 ? {} : { places: also }) };
}

function lookedAt(scene: Scene, { id }: Signal, { concerns, ...reading }: SignalReading): LookedAt {
  const { area, team = null } = reading;
  const place = area === null ? scene.teams.find((one) => one.id === team)?.name : scene.areas.find((one) => one.id === area)?.name;
  return {
    reading: { signal: id, ...reading, team, place: place ?? null },
    concerns: reading.raised ? concerns : [],
  };
}

function missingOf({ needs }: Signal, { at, since }: Scene): readonly string[] {
  return needs.filter((family) => since[family] === undefined || at - since[family] < LEAST_KNOWN_DAYS * DAY);
}
