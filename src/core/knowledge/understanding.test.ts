import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACT_FLAG } from '#core/evidence/evidence.ts';
import { evidenceOf, momentOf, type ToldCommit } from '../../../test/evidence-of.ts';
import { makeWorld } from '../../../test/world.ts';
import { knowledgeMatrix } from './calibrated.ts';
import { notUnderstood } from './understanding.ts';

const KINDS = { kinds: { 'Helper Model': 'agent', 'bumper[bot]': 'bot' } } as const;

function flagged(told: readonly ToldCommit[], carrierFrom = 0.6, bornAt?: number): string[] {
  const plain = evidenceOf(told, KINDS);
  const evidence =
    bornAt === undefined ? plain : { ...plain, files: { ...plain.files, bornAt: new Uint32Array(plain.files.count).fill(bornAt) } };
  const at = momentOf(100);
  const flags = notUnderstood({ evidence, at, knowledge: knowledgeMatrix({ evidence, at }), carrierFrom });
  return evidence.files.path.filter((_, file) => flags[file] === 1);
}
const agent = (day: number, ...files: string[]): ToldCommit => ({ day, by: 'Helper Model', files });
const assisted = (day: number, ...files: string[]): ToldCommit => ({ day, by: 'Ines', files, aiAssisted: true });
const unaided = (day: number, ...files: string[]): ToldCommit => ({ day, by: 'Bo', files });

describe('not understood', () => {
  it.each<[string, readonly ToldCommit[], readonly string[]]>([
    ['an agent wrote all of it', [agent(1, 'a.ts'), agent(2, 'a.ts')], ['a.ts']],
    ['a person wrote all of it with assistance', [assisted(1, 'a.ts'), assisted(2, 'a.ts')], ['a.ts']],
    ['both', [agent(1, 'a.ts'), assisted(2, 'a.ts')], ['a.ts']],
    ['an automation touched it as well', [agent(1, 'a.ts'), { day: 2, by: 'bumper[bot]', files: ['a.ts'] }], ['a.ts']],
    ['one unaided change is enough', [agent(1, 'a.ts'), agent(2, 'a.ts'), unaided(3, 'a.ts')], []],
    ['a person began it', [unaided(1, 'a.ts'), agent(2, 'a.ts')], []],
    ['only an automation wrote it: nothing is known of AI', [{ day: 1, by: 'bumper[bot]', files: ['a.ts'] }], []],
    ['each file for itself', [agent(1, 'a.ts', 'b.ts'), unaided(2, 'b.ts')], ['a.ts']],
  ])('[knowledge.10] %s', (_, told, files) => {
    expect(flagged(told)).toEqual(files);
  });

  it('[knowledge.10] is ended by whoever is a carrier all the same: of the files beside it, or by reviews', () => {
    const beside = Array.from({ length: 40 }, (_, i) => ({ day: 2 + i / 50, by: 'Bo', files: ['x/b.ts', 'x/c.ts'] }));
    const told = [agent(1, 'x/a.ts'), ...beside];
    expect(flagged(told, 0.6)).toEqual(['x/a.ts']);
    expect(flagged(told, 0.3)).toEqual([]);
  });

  it('[knowledge.10] is not said of files whose beginning is not known', () => {
    expect(flagged([agent(5, 'a.ts')], 0.6, momentOf(5))).toEqual(['a.ts']);
    expect(flagged([agent(5, 'a.ts')], 0.6, momentOf(1))).toEqual([]);
  });

  it('[knowledge.10] goes with every mark of AI, and another mark never ends it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 800 }), (seed, row) => {
        const { evidence, at } = makeWorld({ seed, commits: 300, files: 60 });
        const flags = (acts: typeof evidence.acts): Uint8Array => {
          const changed = { ...evidence, acts };
          return notUnderstood({ evidence: changed, at, knowledge: knowledgeMatrix({ evidence: changed, at }), carrierFrom: 0.6 });
        };
        const bare = evidence.acts.flags.map((flag) => flag & ~ACT_FLAG.aiAssisted);
        const more = evidence.acts.flags.slice();
        const commit = evidence.acts.commit[row % evidence.acts.count]!;
        evidence.acts.commit.forEach((one, i) => {
          if (one === commit) more[i]! |= ACT_FLAG.aiAssisted;
        });
        const [none, some, further] = [
          flags({ ...evidence.acts, flags: bare }),
          flags(evidence.acts),
          flags({ ...evidence.acts, flags: more }),
        ];
        some.forEach((flag, file) => {
          expect(further[file]).toBeGreaterThanOrEqual(flag);
          expect(none[file]).toBeLessThanOrEqual(flag);
        });
      }),
      { numRuns: 30 },
    );
  });
});
