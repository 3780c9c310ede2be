import type { Evidence } from '#core/evidence/evidence.ts';
import { tallyPairs } from '#core/knowledge/pair-tally.ts';
import { openField } from '#core/succession/field.ts';
import { leadersAt, NOBODY } from '#core/succession/leading.ts';
import type { Moment } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import type { Past } from '#core/evaluation/past.ts';
import type { Ask, Trial } from './trial.ts';
import { whatFollowed } from './what-followed.ts';

/** Days between two looks, leaders asked about at each, files asked singly of each, and the least files and commits of a leader. */
const EVERY = 122;
const LEADERS = 6;
const SINGLE = 12;
const LEAST = { files: 8, share: 0.005, commits: 15 };

/**
 * The same question asked where nobody leaves: who else works most, in the year after, on the files that somebody leads now? People leave
 * seldom, so a ranker is fitted on these too. Only for fitting: identities and paths are those of today.
 */
export function* everydayTrials(past: Past): Generator<Trial> {
  const { evidence } = past;
  const { commits } = evidence;
  if (commits.count < 100) return;
  const until = commits.at[commits.count - 1]! - 365 * DAY;
  for (let at = commits.at[50]! + 90 * DAY; at <= until; at += EVERY * DAY) yield* trialsAt(past, at);
}

function* trialsAt(past: Past, at: Moment): Generator<Trial> {
  const { evidence } = past;
  const tally = tallyPairs(evidence, at);
  const leaders = leadersAt(evidence, tally, at);
  for (const { person, ground } of whoLeads(evidence, leaders, at)) {
    const standing = { evidence, at, personLater: identity(evidence.people.length), fileLater: identity(evidence.files.count) };
    const followed = whatFollowed(past, { standing, ground, later: person });
    const field = openField({ evidence, at, leaving: [person], ground }, { leaders });
    const wanted = (follower: PersonId): readonly number[] => [field.people.indexOf(follower)].filter((place) => place >= 0);
    const all: Ask[] = followed.onAll === undefined ? [] : [{ level: 'all', files: ground, wanted: wanted(followed.onAll) }];
    const single = evenly([...followed.onFile], SINGLE).map(([file, who]): Ask => ({ level: 'file', files: [file], wanted: wanted(who) }));
    if (all.length > 0)
      yield { project: past.project.name, group: `${past.project.name} ${at} ${person}`, field, rules: noRules, asks: [...all, ...single] };
  }
}

/** The people who lead most files, if they are at work; at most 400 of their files. */
function whoLeads(
  evidence: Evidence,
  leaders: Uint32Array,
  at: Moment,
): readonly { readonly person: PersonId; readonly ground: readonly number[] }[] {
  const { commits, people } = evidence;
  const led = new Map<PersonId, number[]>();
  leaders.forEach((leader, file) => {
    if (leader === NOBODY) return;
    if (!led.has(leader)) led.set(leader, []);
    led.get(leader)!.push(file);
  });
  const own = new Uint32Array(people.length),
    last = new Float64Array(people.length);
  for (let c = 0; c < commits.count && commits.at[c]! <= at; c++) {
    own[commits.author[c]!]!++;
    last[commits.author[c]!] = commits.at[c]!;
  }
  const least = Math.max(LEAST.files, LEAST.share * [...led.values()].reduce((sum, files) => sum + files.length, 0));
  return [...led]
    .filter(([person, files]) => files.length >= least && own[person]! >= LEAST.commits && last[person]! > at - 365 * DAY)
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, LEADERS)
    .map(([person, files]) => ({ person, ground: evenly(files, 400) }));
}

function evenly<T>(list: readonly T[], most: number): readonly T[] {
  return list.length <= most ? list : Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]!);
}

function identity(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, row) => row);
}

function noRules(): never {
  throw new Error('everyday trials are for fitting only');
}
