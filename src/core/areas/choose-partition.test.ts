import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf } from '#test/evidence-of.ts';
import { historyOf } from '#test/history-of.ts';
import { makeEvidence } from '#test/world.ts';
import { cleanEvidence } from '#core/cleaning/clean.ts';
import type { Evidence } from '#core/evidence/evidence.ts';
import { choosePartition } from './choose-partition.ts';
import type { Declared } from './declared.ts';
import { NO_AREA } from './partition.ts';

const SILENT: Declared = { configured: [], texts: [] };
const atEnd = (evidence: Evidence): number => evidence.commits.at[evidence.commits.count - 1]! + 1;
const partition = (evidence: Evidence, declared: Declared = SILENT) => choosePartition({ evidence, declared, at: atEnd(evidence) });

describe('choosePartition', () => {
  it('[areas.5] every counted file has exactly one area, whatever the tree', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 5, max: 400 }),
        (seed, folders, files) => {
          const evidence = makeEvidence({ seed, folders, files, commits: 300 });
          const { areas, ofFile } = partition(evidence);
          for (let f = 0; f < evidence.files.count; f++) {
            if (evidence.files.exclusion[f] === 0) expect(ofFile[f]).toBeLessThan(areas.length);
            else expect(ofFile[f]).toBe(NO_AREA);
          }
          expect(new Set(areas.map(({ id }) => id)).size).toBe(areas.length);
          expect(areas.length).toBeLessThanOrEqual(120);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('[areas.6] configured areas win over everything else, the last match first', () => {
    const evidence = makeEvidence();
    const path = evidence.files.path.find((_, f) => evidence.files.exclusion[f] === 0)!;
    const top = path.slice(0, path.indexOf('/'));
    const configured = [
      { name: 'everything', paths: ['*'], tier: 3 as const },
      { name: 'chosen', paths: [`/${top}/`], tier: 1 as const },
    ];
    const { areas, ofFile } = partition(evidence, { configured, texts: [] });
    expect(areas.map(({ name, tier }) => ({ name, tier })).sort((a, b) => a.tier - b.tier)).toEqual([
      { name: 'chosen', tier: 1 },
      { name: 'everything', tier: 3 },
    ]);
    expect(areas[ofFile[evidence.files.path.indexOf(path)]!]!.name).toBe('chosen');
  });

  it('[areas.7] a declared package is an area of its own where the measured cut would not have stopped', () => {
    const evidence = makeEvidence();
    const deep = evidence.files.path.find((path, f) => evidence.files.exclusion[f] === 0 && path.split('/').length > 2);
    const folder = deep!.split('/').slice(0, 2).join('/');
    const { areas } = partition(evidence, { configured: [], texts: [[{ path: `${folder}/go.mod`, text: '' }]] });
    expect(areas.find(({ id }) => id === folder)?.source).toBe('workspace');
  });

  it('[areas.7] an owned folder is an area, a catch-all is not, and a package wins over both', () => {
    const evidence = evidenceOf(
      Array.from({ length: 60 }, (_, i) => ({
        day: i,
        by: 'Ines',
        files: [`core/engine/${i % 9}.ts`, `core/ui/${i % 7}.ts`, `core/api/${i % 5}.ts`],
      })),
    );
    const texts = [
      { path: 'CODEOWNERS', text: '* @all\n/core/engine/ @engine\n/core/ui/ @ui\n*.md @docs\n' },
      { path: 'core/ui/package.json', text: '{}' },
    ];
    const { areas } = partition(evidence, { configured: [], texts: [texts] });
    expect(Object.fromEntries(areas.map(({ id, source }) => [id, source]))).toEqual({
      'core/engine': 'codeowners',
      'core/ui': 'workspace',
      'core/api': 'tree',
    });
  });

  it('[areas.7] a package that carries most of the work is cut further', () => {
    const evidence = evidenceOf(
      Array.from({ length: 200 }, (_, i) => ({
        day: i,
        by: 'Ines',
        files: [`app/${['api', 'web', 'jobs', 'mail'][i % 4]}/${i % 30}.ts`, ...(i % 20 === 0 ? ['tool/a.ts'] : [])],
      })),
    );
    const texts = ['app', 'tool'].map((folder) => ({ path: `${folder}/package.json`, text: '{}' }));
    const ids = partition(evidence, { configured: [], texts: [texts] }).areas.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(['app/api', 'app/jobs', 'app/mail', 'app/web', 'tool']);
  });

  it('[areas.5] several repositories keep their areas apart', () => {
    const history = (repository: string) =>
      historyOf([{ day: 0, by: 'Ann Lee <ann@x.example>', touches: ['A src/a.ts', 'A b.ts'] }], { repository });
    const evidence = cleanEvidence([history('one'), history('two')]);
    const { areas, ofFile } = partition(evidence, {
      configured: [{ name: 'billing', paths: ['src/'], repository: 'two' }],
      texts: [[], []],
    });
    expect(areas.map(({ id, repository }) => `${repository} ${id}`)).toEqual(['0 one:all', '1 two:billing', '1 two:all']);
    expect(Array.from(ofFile, (area, file) => `${evidence.files.path[file]} ${areas[area]!.id}`)).toEqual([
      'b.ts one:all',
      'src/a.ts one:all',
      'b.ts two:all',
      'src/a.ts two:billing',
    ]);
  });

  it('[areas.8] an empty repository has no areas', () => {
    const evidence = makeEvidence({ commits: 0, files: 0 });
    expect(partition(evidence).areas).toEqual([]);
  });
});
