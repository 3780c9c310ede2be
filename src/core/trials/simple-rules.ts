import { actsUpTo } from '#core/knowledge/pair-tally.ts';
import type { PairTally } from '#core/knowledge/pair-tally.ts';
import { EVIDENCE_FLAG } from '#core/evidence/evidence.ts';
import { degreeOfAuthorship } from '#core/published/doa.ts';
import { fade, sharesOf } from '#core/succession/fade.ts';
import { mayFollow, type SuccessionQuestion } from '#core/succession/question.ts';
import { folderOf, meanShare, parentOfFolder, type RecentWork } from '#core/succession/recent-shares.ts';

/** The rules that anybody would think of first: what a ranker must beat. */
export const SIMPLE_RULES = [
  { name: 'authorship', says: 'highest mean degree of authorship on the files' },
  { name: 'last change', says: 'made the last change to most of the files' },
  { name: 'recent on path', says: 'made the most recent change to any of the files' },
  { name: 'file', says: 'largest recent share of the work on the files' },
  { name: 'folder', says: 'largest recent share of the work in their folders' },
  { name: 'repository', says: 'largest recent share of all work' },
  { name: 'mix', says: '.45 file + .25 folder + .15 parent folder + .15 repository' },
] as const;
export type SimpleRule = (typeof SIMPLE_RULES)[number]['name'];

const HALF_LIFE = 180;

/** Scores by person for some of the ground's files. */
export type SimpleScores = Readonly<Record<SimpleRule, Float64Array>>;

/** Equal scores are settled by recent work in the repository, which helps every rule. */
export function simpleRules(question: SuccessionQuestion, work: RecentWork, tally: PairTally): (files: readonly number[]) => SimpleScores {
  const may = mayFollow(question);
  const inFolder = workInFolders(question);
  const repository = sharesOf(workAnywhere(question), may);
  const paths = question.evidence.files.path;
  return (files) => {
    const { authorship, last, recent } = fromTally(question, { tally, may, files });
    const file = meanShare(work.onFile, files, may);
    const folder = meanShare(
      inFolder,
      files.map((f) => folderOf(paths[f]!)),
      may,
    );
    const parent = meanShare(
      work.beside,
      files.map((f) => parentOfFolder(paths[f]!)),
      may,
    );
    const settled = (score: Float64Array): Float64Array => score.map((s, p) => s + 1e-6 * repository[p]!);
    const mix = file.map((s, p) => 0.45 * s + 0.25 * folder[p]! + 0.15 * parent[p]! + 0.15 * repository[p]!);
    return {
      authorship: settled(authorship),
      'last change': settled(last),
      'recent on path': settled(recent),
      file: settled(file),
      folder: settled(folder),
      repository,
      mix,
    };
  };
}

interface FromTally {
  readonly tally: PairTally;
  readonly may: Uint8Array;
  readonly files: readonly number[];
}

function fromTally({ at }: SuccessionQuestion, { tally, may, files }: FromTally): Record<'authorship' | 'last' | 'recent', Float64Array> {
  const authorship = new Float64Array(may.length),
    last = new Float64Array(may.length),
    recent = new Float64Array(may.length);
  for (const file of files) {
    let newest = -1;
    for (let pair = tally.start[file]!; pair < tally.start[file + 1]!; pair++) {
      const person = tally.person[pair]!;
      if (may[person] === 0 || (tally.changes[pair]! <= 0 && tally.created[pair] === 0)) continue;
      const mark = degreeOfAuthorship({ created: tally.created[pair]! > 0, changes: tally.changes[pair]!, others: tally.others[pair]! });
      authorship[person]! += Math.max(0, mark) / files.length;
      recent[person] = Math.max(recent[person]!, tally.lastAt[pair]! / at);
      if (newest < 0 || tally.lastAt[pair]! > tally.lastAt[newest]!) newest = pair;
    }
    if (newest >= 0) last[tally.person[newest]!]! += 1 / files.length;
  }
  return { authorship, last, recent };
}

function workInFolders({ evidence, at, ground }: SuccessionQuestion): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const { acts, files } = evidence;
  const folders = new Map(ground.map((file) => [folderOf(files.path[file]!), new Map<number, number>()]));
  const folder = files.path.map((path) => folders.get(folderOf(path)));
  const seen = actsUpTo(evidence, at);
  for (let i = 0; i < seen; i++) {
    const here = folder[acts.file[i]!];
    if (acts.kind[i] !== 0 || here === undefined) continue;
    here.set(acts.person[i]!, (here.get(acts.person[i]!) ?? 0) + acts.credit[i]! * fade(at - acts.at[i]!, HALF_LIFE));
  }
  return folders;
}

function workAnywhere({ evidence: { commits, people }, at }: SuccessionQuestion): Float64Array {
  const work = new Float64Array(people.length);
  for (let c = 0; c < commits.count && commits.at[c]! <= at; c++)
    if ((commits.flags[c]! & EVIDENCE_FLAG.merge) === 0) work[commits.author[c]!]! += fade(at - commits.at[c]!, HALF_LIFE);
  return work;
}
