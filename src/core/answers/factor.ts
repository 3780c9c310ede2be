import { MODELS, type KnowledgeModel } from '#core/published/models.ts';
import { maySeeNames, namePerson } from '#core/policy/name-person.ts';
import { type FactorByModel, factorsByModel } from '#core/factor/factor-by-model.ts';
import type { Answer, Because, Column, Row } from '#core/terms/answer.ts';
import { counted, countOf, percentOf } from '#core/terms/figures.ts';
import { alphabetical } from '#core/terms/nearest.ts';
import { envelope } from '#core/world/envelope.ts';
import { landscapeOf } from '#core/world/landscape-of.ts';
import { pathChildren } from '#core/lookup/path-children.ts';
import { filesAt } from '#core/lookup/path-files.ts';
import type { World } from '#core/world/world.ts';

export type ModelName = KnowledgeModel['name'];
export const MODEL_NAMES: readonly ModelName[] = MODELS.map((model) => model.name);

export interface FactorInput {
  readonly model?: ModelName | undefined;
  /** A folder or file; the whole where nothing is said. */
  readonly path?: string | undefined;
}

interface FactorRow extends Row {
  readonly path: string;
  /** Null where no file counts for the model. */
  readonly factor: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly carried: number | null;
  readonly files: number;
}

/**
 * How few absences leave less than half. `value` is the integer. The world's evidence must be the one that the model
 * wants (`MODELS[…].evidence`): whoever builds the world sees to it.
 */
export function answerFactor(world: World, { model: name = 'calibrated', path = '' }: FactorInput = {}): Answer<number, FactorRow> {
  const model = MODELS.find((one) => one.name === name)!;
  const children = pathChildren(world.evidence, path);
  const [whole, ...below] = factorsOf(world, model, [filesAt(world.evidence, path), ...children.map((child) => child.files)]);
  const parts = children.map((child, c) => rowOf(child.path, below[c]!, model));
  return envelope(world, {
    name: 'factor',
    question: `${model.question.replace(/[.?]$/, '')}, in ${path || 'the whole'}?`,
    value: whole.value,
    reading: readingOf(whole, model, path),
    columns: COLUMNS,
    rows: [rowOf(path || '.', whole, model), ...parts],
    because: [becauseOf(world, whole, { model, path })],
    method: { name: `absence factor, ${model.name}`, version: '1' },
  });
}

/** The place asked about and the folders in it, weighed together. */
function factorsOf(world: World, model: KnowledgeModel, places: readonly (readonly number[])[]): [FactorByModel, ...FactorByModel[]] {
  const landscape = model.name === 'calibrated' ? { landscape: landscapeOf(world) } : {};
  const question = { model: model.name, evidence: world.evidence, at: world.at, seed: world.settings.seed, ...landscape };
  const asked = places.map((files) => {
    const among = new Set(files);
    return (file: number): boolean => among.has(file);
  });
  return factorsByModel(question, asked) as [FactorByModel, ...FactorByModel[]];
}

function rowOf(path: string, { value, low, high, cover, files }: FactorByModel, { interval }: KnowledgeModel): FactorRow {
  const counts = files > 0;
  const [least, most] = counts && interval ? [low, high] : [null, null];
  return { path, factor: counts ? value : null, low: least, high: most, carried: counts ? cover[0]! : null, files, because: 'value' };
}

function readingOf({ value, low, high, files }: FactorByModel, { name, reading, interval }: KnowledgeModel, path: string): string {
  const place = path || 'the whole repository';
  if (files === 0) return `No file of ${place} counts for this model, so its factor is 0.`;
  const band = interval && low !== high ? ` (${low}–${high})` : '';
  const zero = value === 0 && name === 'calibrated' ? '; even with everybody here less than half is carried' : '';
  return `The absence factor of ${place} is ${countOf(value)}${band}: ${reading}${zero}.`;
}

interface Asked {
  readonly model: KnowledgeModel;
  readonly path: string;
}

function becauseOf(world: World, factor: FactorByModel, { model, path }: Asked): Because {
  const shares = factor.cover.slice(0, 8).map((share, away) => `${away}: ${percentOf(share)}`);
  const names = maySeeNames(world.viewer)
    ? factor.removed.map((person) => namePerson(world.evidence, person, world.viewer)).sort(alphabetical)
    : [];
  return {
    id: 'value',
    claim: `Without ${counted(factor.value, 'person', 'people')} ${percentOf(factor.cover.at(-1) ?? 0)} of ${path || 'the whole'} would still be carried by this model.`,
    formula: model.reading,
    inputs: [
      { name: 'files that count', value: factor.files },
      { name: 'carried with so many away', value: `${shares.join(', ')}${factor.cover.length > 8 ? ', …' : ''}` },
      ...(names.length > 0 ? [{ name: 'whose absences, in alphabetical order', value: names.join(', ') }] : []),
    ],
    evidence: [],
    wouldChange: ['More people who know what few know now; the factor says nothing about who they are.'],
    confidence: model.interval ? `between ${factor.low} and ${factor.high} (90 %)` : 'this model has no interval',
    method: `${model.name}: ${model.source}`,
  };
}

const COLUMNS: readonly Column[] = [
  { key: 'path', label: 'Path', kind: 'text', meaning: 'The place asked about, then each folder in it.' },
  { key: 'factor', label: 'Factor', kind: 'count', meaning: 'Absence factor by the chosen model.' },
  { key: 'low', label: 'Low', kind: 'count', meaning: 'Lower end of the 90 % interval; empty where the model has none.' },
  { key: 'high', label: 'High', kind: 'count', meaning: 'Upper end of the 90 % interval.' },
  { key: 'carried', label: 'Carried now', kind: 'probability', meaning: 'Share carried with everybody here, by this model.' },
  { key: 'files', label: 'Files', kind: 'count', meaning: 'Files that count for this model.' },
];
