import { openField } from '#core/succession/field.ts';
import type { Leaver, LeaverRules } from './leavers.ts';
import { LEAVER_RULES, leaversOf } from './leavers.ts';
import type { Past } from '#core/evaluation/past.ts';
import { simpleRules } from './simple-rules.ts';
import type { Ask, Trial } from './trial.ts';
import { whatFollowed } from './what-followed.ts';

/** Everybody who left a project for good, asked at their last commit: about all they led, and about each file that was touched again. */
export function* leavingTrials(past: Past, rules: LeaverRules = LEAVER_RULES): Generator<Trial> {
  for (const leaver of leaversOf(past, rules)) {
    const trial = trialOf(past, leaver);
    if (trial.asks.length > 0) yield trial;
  }
}

function trialOf(past: Past, leaver: Leaver): Trial {
  const { standing, leaving, ground, tally, leaders } = leaver;
  const question = { evidence: standing.evidence, at: standing.at, leaving, ground };
  const field = openField(question, { leaders });
  const followed = whatFollowed(past, leaver);
  const places = new Map<number, number[]>();
  field.people.forEach((person, place) => {
    const later = standing.personLater[person]!;
    places.set(later, [...(places.get(later) ?? []), place]);
  });
  const wanted = (person: number): readonly number[] => places.get(person) ?? [];
  const all: Ask[] = followed.onAll === undefined ? [] : [{ level: 'all', files: ground, wanted: wanted(followed.onAll) }];
  const single = [...followed.onFile].map(([file, person]): Ask => ({ level: 'file', files: [file], wanted: wanted(person) }));
  return {
    project: past.project.name,
    group: `${past.project.name} ${standing.at} ${leaver.later}`,
    field,
    rules: simpleRules(question, field.work, tally),
    asks: [...all, ...single],
  };
}
