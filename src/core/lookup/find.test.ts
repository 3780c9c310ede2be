import { describe, expect, it } from 'vitest';
import { Refusal } from '#core/terms/refusal.ts';
import { evidenceOf } from '#test/evidence-of.ts';
import { makeWorld, worldOf } from '#test/world.ts';
import { findArea } from './find-area.ts';
import { findActor, findAuthors, findPerson } from './find-person.ts';
import { filesAt } from './path-files.ts';

const world = worldOf(
  evidenceOf(
    [
      { day: 0, by: 'Zoé Lambert', files: ['src/billing/invoice.ts', 'src/billing/tax.ts'] },
      { day: 1, by: 'Bo Birch', files: ['docs/guide.md'] },
      { day: 2, by: 'Bo Beech', files: ['src/billing.test.ts'] },
      { day: 3, by: 'bumper[bot]', files: ['lock.txt'] },
    ],
    { kinds: { 'bumper[bot]': 'bot' } },
  ),
);
const refused = (work: () => unknown): string => {
  try {
    work();
  } catch (problem) {
    if (problem instanceof Refusal) return `${problem.code}: ${problem.message}`;
    throw problem;
  }
  return 'nothing';
};

describe('a person', () => {
  const email = world.evidence.people[0]!.emails[0]!;

  it.each([['Zoé Lambert'], ['zoe lambert'], ['zoé'], [email], [email.toUpperCase()], [`Somebody <${email}>`]])(
    '[lookup.1] is found as %s',
    (asked) => {
      expect(findPerson(world, asked)).toBe(0);
    },
  );

  it.each([
    ['Zoe Lambrt', 'unknown-person: Nobody in this history answers to "Zoe Lambrt". Did you mean "Zoé Lambert"?'],
    ['Lambrt', 'unknown-person: Nobody in this history answers to "Lambrt". Did you mean "Zoé Lambert"?'],
    ['Bo B', 'ambiguous-person: 2 people answer to "Bo B".'],
    ['bumper[bot]', 'not-a-person: "bumper[bot]" is a bot, not a person.'],
    ['', 'unknown-person: Nobody in this history answers to "".'],
  ])('[lookup.1] is refused as %j', (asked, said) => {
    expect(refused(() => findPerson(world, asked))).toBe(said);
  });

  it('[lookup.1] is not suggested to whom names are not shown', () => {
    expect(refused(() => findPerson({ ...world, viewer: { mode: 'team' } }, 'Zoe Lambrt'))).not.toContain('Lambert');
  });
});

describe('an actor', () => {
  const { evidence } = makeWorld();
  const invented = { ...world, evidence };
  const of = (kind: 'human' | 'bot' | 'agent'): number => evidence.people.findIndex((one) => one.kind === kind);

  it('[lookup.1] may be an AI agent, which is no person', () => {
    const { name } = evidence.people[of('agent')]!;
    expect(findActor(invented, name)).toBe(of('agent'));
    expect(findActor(invented, evidence.people[0]!.name)).toBe(0);
    expect(refused(() => findPerson(invented, name))).toBe(`not-a-person: "${name}" is an AI agent, not a person.`);
    expect(refused(() => findActor(invented, evidence.people[of('bot')]!.name))).toContain('is a bot');
  });
});

describe('who wrote a change', () => {
  it('[lookup.1] is found by address, else by name, and else is somebody new', () => {
    const [zoe, bo] = world.evidence.people;
    const authors = [
      { name: 'somebody', email: zoe!.emails[0]!.toUpperCase() },
      { name: bo!.name, email: 'new@example.org' },
      { name: 'Nobody Known', email: 'nobody@example.org' },
      { name: zoe!.name, email: '' },
    ];
    expect(findAuthors(world.evidence, authors)).toEqual([0, 1, world.evidence.people.length + 2]);
  });
});

describe('an area', () => {
  it.each([['src'], ['src/'], ['/src'], ['SRC/']])('[lookup.1] is found as %s', (asked) => {
    expect(world.partition.areas[findArea(world.partition, asked)]!.id).toBe('src');
  });

  it('[lookup.1] is refused with the nearest', () => {
    expect(refused(() => findArea(world.partition, 'dcos'))).toBe('unknown-area: There is no area "dcos". Did you mean "docs/"?');
  });
});

describe('a path', () => {
  const pathsAt = (path: string): readonly string[] => filesAt(world.evidence, path).map((file) => world.evidence.files.path[file]!);

  it.each([
    ['src/billing', ['src/billing/invoice.ts', 'src/billing/tax.ts']],
    ['src/billing/tax.ts', ['src/billing/tax.ts']],
    ['docs/', ['docs/guide.md']],
    ['.', world.evidence.files.path.filter((_, file) => world.evidence.files.exclusion[file] === 0)],
    ['', world.evidence.files.path.filter((_, file) => world.evidence.files.exclusion[file] === 0)],
  ])('[lookup.1] %s holds %j', (path, files) => {
    expect(pathsAt(path)).toEqual(files);
  });

  it.each([
    ['invoice.ts', 'Did you mean "src/billing/invoice.ts"?'],
    ['src/biling', 'Did you mean "src/billing"?'],
  ])('[lookup.1] %s is refused with the nearest', (path, hint) => {
    expect(refused(() => filesAt(world.evidence, path))).toContain(hint);
  });
});
