import { tallyPairs } from '#core/knowledge/pair-tally.ts';
import type { PairTally } from '#core/knowledge/pair-tally.ts';
import { ACT_FLAG, EVIDENCE_FLAG } from '#core/evidence/evidence.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { leadersAt } from '#core/succession/leading.ts';
import type { Moment } from '#core/terms/moment.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { type Past, standAtMoment, type Standing } from '#core/evaluation/past.ts';

export interface LeaverRules {
  /** Least number of own commits, merges left out. */
  readonly commits: number;
  /** Least number of files led on leaving, and least share of all files. */
  readonly files: number;
  readonly share: number;
  /** Days that the project must have gone on. */
  readonly after: number;
}

/** The definition of the suite `successors`. */
export const LEAVER_RULES: LeaverRules = { commits: 30, files: 10, share: 0.05, after: 365 };

/** Somebody who led a good part of the files and never committed again, seen from the moment of the last commit. */
export interface Leaver {
  readonly standing: Standing;
  /** Rows of then that are this person (spellings that were not joined yet are several). */
  readonly leaving: readonly PersonId[];
  /** Row of today. */
  readonly later: PersonId;
  /** File rows of then that they led. */
  readonly ground: readonly number[];
  readonly tally: PairTally;
  readonly leaders: Uint32Array;
}

/** Everybody who left, oldest first. Each is looked at from a standing of its own. */
export function* leaversOf(past: Past, rules: LeaverRules = LEAVER_RULES): Generator<Leaver> {
  for (const { person, at } of lastCommits(past.evidence, rules)) {
    const standing = standAtMoment(past, at);
    if (standing === undefined) continue;
    const tally = tallyPairs(standing.evidence, standing.at);
    const leaders = leadersAt(standing.evidence, tally, standing.at);
    const leaving = [...standing.personLater.keys()].filter((row) => standing.personLater[row] === person);
    const ground = [...leaders.keys()].filter((file) => leaving.includes(leaders[file]!));
    const files = countLed(leaders);
    if (ground.length >= Math.max(rules.files, rules.share * files)) yield { standing, leaving, later: person, ground, tally, leaders };
  }
}

/** Who stopped, with their last commit; only those who touched enough files that they may have led enough. */
function lastCommits(evidence: Evidence, rules: LeaverRules): readonly { readonly person: PersonId; readonly at: Moment }[] {
  const { commits, people } = evidence;
  const own = new Uint32Array(people.length),
    last = new Float64Array(people.length);
  for (let c = 0; c < commits.count; c++) {
    const person = commits.author[c]!;
    if ((commits.flags[c]! & EVIDENCE_FLAG.merge) === 0) own[person]!++;
    last[person] = Math.max(last[person]!, commits.at[c]!);
  }
  const until = last.reduce((a, b) => Math.max(a, b), 0) - rules.after * DAY;
  const stopped = [...people.keys()].filter((p) => people[p]!.kind === 'human' && own[p]! >= rules.commits && last[p]! <= until);
  return touchedEnough(
    evidence,
    stopped.map((person) => ({ person, at: last[person]! })).sort((a, b) => a.at - b.at),
    rules,
  );
}

/** One walk over all acts: nobody leads more files than they touched. */
function touchedEnough<One extends { readonly person: PersonId; readonly at: Moment }>(
  { acts, files, people }: Evidence,
  stopped: readonly One[],
  rules: LeaverRules,
): readonly One[] {
  const touched = people.map(() => new Set<number>());
  const alive = new Uint8Array(files.count);
  let standing = 0,
    act = 0;
  return stopped.filter(({ person, at }) => {
    for (; act < acts.count && acts.at[act]! <= at; act++) {
      const file = acts.file[act]!;
      if (acts.kind[act] !== 0 || files.exclusion[file] !== 0) continue;
      const now = (acts.flags[act]! & ACT_FLAG.deletes) === 0 ? 1 : 0;
      standing += now - alive[file]!;
      alive[file] = now;
      touched[acts.person[act]!]!.add(file);
    }
    // Half: the walk of today may see a few more files than could be seen then.
    return touched[person]!.size >= Math.max(rules.files, (rules.share * standing) / 2);
  });
}

function countLed(leaders: Uint32Array): number {
  return leaders.reduce((count, leader) => count + (leader === 0xffff_ffff ? 0 : 1), 0);
}
