import { csvRows } from '#core/evaluation/csv-rows.ts';
import { peopleNamed } from '#core/policy/people-named.ts';
import type { PersonId } from '#core/terms/person.ts';
import { commitNamed } from '#core/evidence/restrict-history.ts';
import { tallyPairs } from '#core/knowledge/pair-tally.ts';
import type { PairTally } from '#core/knowledge/pair-tally.ts';
import { openField } from '#core/succession/field.ts';
import { leadersAt, NOBODY } from '#core/succession/leading.ts';
import { type Past, standAtCommit, type Standing } from '#core/evaluation/past.ts';
import { simpleRules } from './simple-rules.ts';
import type { Trial } from './trial.ts';

/** One hand-over that was written down: a row of data/uboot_handovers.csv. */
export interface Handover {
  readonly commit: string;
  readonly date: string;
  readonly left: readonly string[];
  readonly came: readonly string[];
  readonly stayed: readonly string[];
  readonly paths: readonly string[];
}

/** Columns of data/uboot_handovers.csv: date, commit, removed, added, kept (names with `;` between), path_patterns (with spaces between). */
export function readHandovers(text: string): readonly Handover[] {
  return csvRows(text).flatMap((row) => {
    const { commit = '', date = '', removed = '', added = '', kept = '', path_patterns: paths = '' } = row;
    const people = { left: listed(removed, ';'), came: listed(added, ';'), stayed: listed(kept, ';') };
    return commit === '' || people.came.length === 0 ? [] : [{ commit, date, ...people, paths: listed(paths, ' ') }];
  });
}

function listed(text: string, between: string): readonly string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Each hand-over asked just before its commit. Rows whose commit the history does not hold, or that name no file of then, are left out. */
export function* handoverTrials(past: Past, handovers: readonly Handover[]): Generator<HandoverTrial> {
  let scene: Scene | undefined;
  for (const handover of handovers) {
    if (scene?.commit !== handover.commit) scene = sceneBefore(past, handover.commit);
    if (scene === undefined) continue;
    const ground = groundOf(scene, handover.paths);
    if (ground.length > 0) yield { handover, trial: trialOf(past, { scene, handover, ground }) };
  }
}

export interface HandoverTrial {
  readonly handover: Handover;
  readonly trial: Trial;
}

/** The project just before a commit. */
interface Scene {
  readonly commit: string;
  readonly standing: Standing;
  readonly tally: PairTally;
  readonly leaders: Uint32Array;
  readonly named: (name: string) => readonly PersonId[];
}

function sceneBefore(past: Past, commit: string): Scene | undefined {
  const { history } = past.project;
  const row = commitNamed(history, commit);
  if (row === undefined || history.commits.firstParent[row] === history.commits.firstParent[row + 1]) return undefined;
  const parent = history.commits.parent[history.commits.firstParent[row]!]!;
  const standing = standAtCommit(past, parent, history.commits.committedAt[parent]!);
  const tally = tallyPairs(standing.evidence, standing.at);
  return { commit, standing, tally, leaders: leadersAt(standing.evidence, tally, standing.at), named: peopleNamed(standing.evidence) };
}

function groundOf({ standing, leaders }: Scene, patterns: readonly string[]): readonly number[] {
  const fits = patterns.map(matcherOf);
  return standing.evidence.files.path.flatMap((path, file) => (leaders[file] !== NOBODY && fits.some((fit) => fit(path)) ? [file] : []));
}

/** Patterns as maintainer files write them: `a/b/` is a folder, `*` stays inside one folder, anything else is a path or a folder. */
export function matcherOf(pattern: string): (path: string) => boolean {
  if (!pattern.includes('*') && !pattern.includes('?')) {
    const folder = pattern.endsWith('/') ? pattern : `${pattern}/`;
    return (path) => path === pattern || path.startsWith(folder);
  }
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '[^/]*')
    .replace(/\?/g, '[^/]');
  const regular = new RegExp(`^${source}(/|$)`);
  return (path) => regular.test(path);
}

interface Written {
  readonly scene: Scene;
  readonly handover: Handover;
  readonly ground: readonly number[];
}

function trialOf(past: Past, { scene, handover, ground }: Written): Trial {
  const { standing, tally, leaders } = scene;
  const rows = (names: readonly string[]): number[] => names.flatMap(scene.named);
  const question = {
    evidence: standing.evidence,
    at: standing.at,
    leaving: rows(handover.left),
    notAsked: rows(handover.stayed),
    ground,
  };
  const field = openField(question, { leaders });
  const came = new Set(rows(handover.came));
  const wanted = [...field.people.keys()].filter((place) => came.has(field.people[place]!));
  return {
    project: past.project.name,
    group: handover.commit,
    field,
    rules: simpleRules(question, field.work, tally),
    asks: [{ level: 'all', files: ground, wanted }],
  };
}
