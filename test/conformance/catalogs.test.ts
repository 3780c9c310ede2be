import { expect, it } from 'vitest';
import type { Told } from '#core/facts/told.ts';
import { BACKSTAGE } from '#sources/backstage/backstage.ts';
import { givenFile, toldOf } from '#test/given-file.ts';
import { conformancePlaces } from './published-factors.ts';
import { catalogFiles, saidBy } from './read-catalogs.ts';

const { clones } = conformancePlaces(process.env);
const files = clones === undefined ? [] : catalogFiles(clones);
if (files.length === 0)
  console.warn(
    '\nSKIPPED: catalog files of Backstage: UNDERSTUDY_CONFORMANCE_CLONES names no folder with its clones (docs/runbooks/conformance.md)\n',
  );

it.skipIf(files.length === 0)(
  'every version of every catalog file tells what an independent walk of it finds',
  { timeout: 600_000 },
  async () => {
    const counts = { files: 0, lines: 0, others: 0 };
    const differences: string[] = [];
    for (const { clone, path, text } of files) {
      const { lines, others } = saidBy(text);
      const told = await toldOf(BACKSTAGE.file!, givenFile('catalog-info.yaml', text));
      const ours = linesIn(told);
      for (const line of lines) if (!ours.has(line)) differences.push(`${clone} ${path}: not told: ${line}`);
      for (const line of ours) if (!lines.includes(line)) differences.push(`${clone} ${path}: told: ${line}`);
      if (told.skipped.length !== others) differences.push(`${clone} ${path}: ${told.skipped.length} skipped, not ${others}`);
      counts.files++;
      counts.lines += lines.length;
      counts.others += others;
    }
    console.info(counts, new Set(files.filter(({ path }) => path.includes('catalog-model/examples')).map(({ path }) => path)).size);
    expect(differences).toEqual([]);
  },
);

/** The same lines, of what our reader told. */
function linesIn({ facts, namings }: Told): ReadonlySet<string> {
  const entity = (place: string) => place.replace(/^team:/, 'group:').replace(/^backstage:/, 'user:');
  const lines = facts.flatMap((fact) => {
    const me = entity(fact.place!);
    if (fact.kind === 'member') return [`${entity(fact.actor!)} in ${me}`];
    if (fact.kind !== 'declared' || fact.detail === undefined) return [];
    const { type, lifecycle, owner, system, partOf, dependsOn = [], dependencyOf = [], provides = [], parts = [] } = fact.detail;
    const single = { type, lifecycle, owner: owner && entity(owner), system, 'part of': partOf && entity(partOf) };
    const many = { needs: dependsOn, 'needed by': dependencyOf, offers: provides, holds: parts.map(entity) };
    return [
      `${me} is there`,
      ...Object.entries(single).flatMap(([said, value]) => (value === undefined ? [] : [`${me} ${said} ${value}`])),
      ...Object.entries(many).flatMap(([said, places]) => places.map((place) => `${me} ${said} ${place}`)),
    ];
  });
  const named = namings.flatMap(({ of, mail, sameAs = [] }) => [
    ...(mail === undefined ? [] : [`${entity(of)} mail ${mail}`]),
    ...sameAs.flatMap((one) =>
      one.startsWith('repository:github.com/') ? [`${entity(of)} repository ${one.split('/').slice(1).join('/')}`] : [],
    ),
  ]);
  return new Set([...lines, ...named]);
}
