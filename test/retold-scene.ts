import { drawFrom } from '#core/chance/draw.ts';
import type { Scene, WorkColumns } from '#core/scene/scene.ts';
import { WORK_FLAG } from '#core/scene/scene.ts';
import { type WorkRow, workOf } from './scene.ts';

/** The same scene with its rows told in another order; nothing that happened is different. */
export function shuffledScene(scene: Scene, seed: number): Scene {
  const draw = drawFrom(seed);
  const mixed = <T>(rows: readonly T[]): readonly T[] =>
    rows
      .map((row) => ({ row, key: draw.uniform() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ row }) => row);
  return {
    ...scene,
    work: workOf(mixed(rowsOf(scene.work))),
    changes: mixed(scene.changes),
    issues: mixed(scene.issues),
    incidents: mixed(scene.incidents),
    threads: mixed(scene.threads),
    tickets: mixed(scene.tickets),
    decisions: mixed(scene.decisions),
    documents: mixed(scene.documents),
    shifts: mixed(scene.shifts),
    absences: mixed(scene.absences),
    blocks: mixed(scene.blocks),
    rights: mixed(scene.rights),
    deployments: mixed(scene.deployments),
    recognitions: mixed(scene.recognitions),
    staff: mixed(scene.staff),
  };
}

/** The same scene with everybody under another number: `as[old]` is the new one. */
export function renamedScene(scene: Scene, as: readonly number[]): Scene {
  const people = scene.people.toSorted((a, b) => as[a.id]! - as[b.id]!);
  const retold = retell(
    { ...scene, people, areas: scene.areas, work: null },
    (key, value) => (PERSON_KEYS.has(key) && typeof value === 'number' ? as[value]! : value),
    as,
  ) as Scene;
  const work = workOf(rowsOf(scene.work).map((row) => ({ ...row, person: as[row.person]! })));
  return { ...retold, people: people.map((person, id) => ({ ...person, id })), work };
}

const PERSON_KEYS = new Set([
  'person',
  'author',
  'mergedBy',
  'resolvedBy',
  'ledBy',
  'openedBy',
  'closedBy',
  'askedBy',
  'firstHolder',
  'endedBy',
  'proposedBy',
]);
const PEOPLE_KEYS = new Set(['takesPart', 'deciders', 'authors', 'carriers']);

function retell(value: unknown, one: (key: string, value: unknown) => unknown, as: readonly number[], key = ''): unknown {
  if (Array.isArray(value)) {
    if (PEOPLE_KEYS.has(key)) return (value as readonly number[]).map((person) => as[person]!);
    return value.map((item) => retell(item, one, as, key === 'escalations' ? 'escalation' : ''));
  }
  if (typeof value !== 'object' || value === null) return one(key, value);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      key === 'escalation' && name === 'to' && typeof inner === 'number' ? as[inner]! : retell(inner, one, as, name),
    ]),
  );
}

function rowsOf(work: WorkColumns): readonly WorkRow[] {
  return Array.from({ length: work.count }, (_, row) => ({
    at: work.at[row]!,
    person: work.person[row]!,
    area: work.area[row]!,
    files: work.files[row]!,
    flags: (Object.keys(WORK_FLAG) as (keyof typeof WORK_FLAG)[]).filter((flag) => (work.flags[row]! & WORK_FLAG[flag]) !== 0),
  }));
}
