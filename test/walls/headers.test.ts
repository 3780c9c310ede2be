import { describe, expect, it } from 'vitest';
import { headersIn } from '#scripts/method-headers.ts';
import { isTest, type SourceFile, sourceFile, sourceFiles } from './source-files.ts';

/** Rooms in which every exported function computes something that people read as a figure. */
const ANALYSES = ['src/core/knowledge', 'src/core/published', 'src/core/risk', 'src/core/factor', 'src/core/absence', 'src/core/cascade'];

/** Files of those rooms that only carry shapes of data, numbers or the plumbing of an analysis beside them, and why. */
const PLUMBING: Readonly<Record<string, string>> = {
  'src/core/knowledge/own-evidence.ts': 'the logistic of calibrated.ts, row by row',
  'src/core/knowledge/pair-tally.ts': 'counts what the models weigh',
  'src/core/risk/build-landscape.ts': 'puts knowledge, presence and demand together',
  'src/core/risk/landscape.ts': 'the shape of a landscape and weights read from it',
  'src/core/published/plain-people.ts': 'merges people as published-evidence.ts says',
  'src/core/published/file-authors.ts': 'collects what doa.ts and doe.ts decide',
  'src/core/factor/crew.ts': 'applies the formula of cover-sums.ts while people leave one after another',
  'src/core/factor/unit-of.ts': 'chooses files and weighs them as demand.ts says',
  'src/core/factor/factor-by-model.ts': 'asks the model that is named; each has its own header',
  'src/core/risk/remove-people.ts': 'applies the formula of cover-sums.ts to the files of the absent',
  'src/core/risk/recent-shares.ts': 'whose the changes are that demand.ts counts',
  'src/core/risk/gamma-rate.ts': 'the Gamma rate of demand.ts, for areas and for people',
  'src/core/absence/by-lot.ts': 'the integral of heirs.ts',
  'src/core/cascade/leaver-loss.ts': 'the measures of loss.ts over any cases',
  'src/core/cascade/simulated-leavers.ts': 'the draws of loss.ts, told as cases',
  'src/core/cascade/degradation-plot.ts': 'draws what degradation.ts found',
  'src/core/absence/scenario.ts': 'the shape of a question and its stretches of time',
  'src/core/absence/handover.ts': 'the hand-over term of judge-absence.ts',
  'src/core/absence/worst-absence.ts': 'asks judge-absence.ts and north-star.ts about everybody in turn',
};

const WHOLE = `/**
 * # Cover
 * What it says: the probability that somebody present knows the area.
 * Formula: \`1 − Π(1 − P)\`, P = probability per person,
 *   over all people present.
 * Reading: near 1 several can carry it; near 0 nobody can.
 * Source: A. Author, "A paper", Venue 2020.
 * Weakness: people are taken as independent of each other.
 */
export function cover() {}
`;

describe('headers of analyses', () => {
  const files = sourceFiles('src/core').filter((file) => !isTest(file));

  it('are whole: what it says, formula, reading, source, weakness', () => {
    expect(files.flatMap((file) => headersIn(file.text).flatMap(({ faults }) => faults.map((fault) => `${file.path}: ${fault}`)))).toEqual(
      [],
    );
  });

  it('stand in every file that computes a figure', () => {
    const rooms = files.filter((file) => ANALYSES.some((room) => file.path.startsWith(`${room}/`)));
    expect(rooms.length).toBeGreaterThan(3);
    expect(rooms.filter(headless).map(({ path }) => path)).toEqual([]);
    expect(Object.keys(PLUMBING).filter((path) => !rooms.some((file) => file.path === path))).toEqual([]);
  });

  it('stand in every file of a signal, which bears its name', () => {
    const signals = files.filter((file) => file.path.startsWith('src/core/signals/') && /export const \w+: Signal = /.test(file.text));
    expect(signals.length).toBeGreaterThan(1);
    expect(signals.filter(({ text }) => headersIn(text).length === 0).map(({ path }) => path)).toEqual([]);
    expect(signals.filter(({ text, path }) => !path.endsWith(`/${/^  id: '(.+)',$/m.exec(text)?.[1]}.ts`)).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it('bite', () => {
    expect(headersIn(WHOLE)[0]!.faults).toEqual([]);
    expect(headersIn(WHOLE)[0]!.header.parts.Formula).toBe('`1 − Π(1 − P)`, P = probability per person,\nover all people present.');
    expect(headersIn(WHOLE.replace(/ \* Weakness:.*\n/, ''))[0]!.faults).toEqual(['Cover: "Weakness" is missing or says nothing']);
    expect(headersIn(WHOLE.replace('Reading: near', 'Readings: near'))[0]!.faults).toHaveLength(1);
    expect(headless(sourceFile('src/core/risk/planted.ts', 'export function cover() { return 1; }'))).toBe(true);
    expect(headless(sourceFile('src/core/risk/planted.ts', 'export interface Cover { readonly value: number }'))).toBe(false);
    expect(headless(sourceFile('src/core/risk/planted.ts', WHOLE))).toBe(false);
  });
});

function headless(file: SourceFile): boolean {
  const computes = file.program.body.some(
    (one) => one.type === 'ExportNamedDeclaration' && one.declaration?.type === 'FunctionDeclaration',
  );
  return computes && !(file.path in PLUMBING) && headersIn(file.text).length === 0;
}
