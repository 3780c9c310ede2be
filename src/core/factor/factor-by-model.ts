import { countedAt } from '#core/evidence/counted-at.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { contributionsOf, contributorAbsenceFactor } from '#core/published/contributor-absence-factor.ts';
import { doaAuthors } from '#core/published/doa.ts';
import { doeAuthors } from '#core/published/doe.ts';
import type { FileAuthors } from '#core/published/file-authors.ts';
import { jetbrainsAuthors } from '#core/published/jetbrains.ts';
import type { KnowledgeModel } from '#core/published/models.ts';
import { tallyPairs } from '#core/knowledge/pair-tally.ts';
import { isSourceCode } from '#core/published/source-code.ts';
import type { Moment } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { absenceFactors } from './absence-factor.ts';
import type { Landscape } from '#core/risk/landscape.ts';
import { truckFactor } from './truck-factor.ts';
import { unitOf } from './unit-of.ts';

export interface FactorQuestion {
  readonly model: KnowledgeModel['name'];
  /** Clean evidence; for `doa` the published one (models.ts says which). */
  readonly evidence: Evidence;
  readonly at: Moment;
  /** Needed for `calibrated` only. */
  readonly landscape?: Landscape;
  readonly seed: number;
}

/** One figure, in one shape, whatever the model. */
export interface FactorByModel {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Files that counted. */
  readonly files: number;
  /** Who was sent away, in order; empty where the model does not say. For core/policy to name or not. */
  readonly removed: readonly PersonId[];
  /** Share still carried: at first, and after each of them. */
  readonly cover: readonly number[];
}

/** Which files are asked about, by row. */
export type FilesAsked = (file: number) => boolean;

/** The factor of the files that pass; of all where nothing is said. */
export function factorByModel(question: FactorQuestion, passes: FilesAsked = () => true): FactorByModel {
  return factorsByModel(question, [passes])[0]!;
}

/** Several places at once (a folder and its parts), for little more than the price of one. */
export function factorsByModel(question: FactorQuestion, places: readonly FilesAsked[]): FactorByModel[] {
  if (question.model === 'calibrated') return calibratedFactors(question, places);
  const counted = sourceFiles(question);
  const asked = places.map((passes) => counted.filter(passes));
  if (question.model === 'chaoss') return asked.map((files) => contributionFactor(question, files));
  const authors = authorsOf(question);
  return asked.map((all) => {
    const files = question.model === 'jetbrains' ? all.filter((file) => authors.start[file + 1]! > authors.start[file]!) : all;
    const { value, low, high, removed, cover } = truckFactor({ authors, files, seed: question.seed });
    return { value, low, high, files: files.length, removed, cover };
  });
}

function calibratedFactors({ landscape, seed }: FactorQuestion, places: readonly FilesAsked[]): FactorByModel[] {
  if (landscape === undefined) throw new TypeError('the calibrated factor needs a landscape');
  const units = places.map((passes) => unitOf(landscape, passes));
  return absenceFactors(landscape, units, seed).map((factor, u) => ({ ...factor, files: units[u]!.files.length }));
}

function authorsOf({ model, evidence, at }: FactorQuestion): FileAuthors {
  if (model === 'jetbrains') return jetbrainsAuthors(evidence, at);
  const tally = tallyPairs(evidence, at);
  return model === 'doa' ? doaAuthors(tally) : doeAuthors(evidence, tally, at);
}

/** Files that exist, are counted and are source code: the published models speak of nothing else. */
function sourceFiles({ evidence, at }: FactorQuestion): number[] {
  const counted = countedAt(evidence, at);
  return [...counted.keys()].filter((f) => counted[f] === 1 && isSourceCode(evidence.files.path[f]!));
}

function contributionFactor({ evidence, at }: FactorQuestion, files: readonly number[]): FactorByModel {
  const chosen = new Uint8Array(evidence.files.count);
  for (const file of files) chosen[file] = 1;
  const contributions = contributionsOf(evidence, chosen, at);
  const value = contributorAbsenceFactor(contributions);
  const removed = [...contributions.keys()].sort((a, b) => contributions[b]! - contributions[a]! || a - b).slice(0, value);
  const total = contributions.reduce((sum, c) => sum + c, 0);
  let left = total;
  const cover = [1, ...removed.map((p) => (left -= contributions[p]!) / total)];
  return { value, low: value, high: value, files: files.length, removed, cover: total === 0 ? [0] : cover };
}
