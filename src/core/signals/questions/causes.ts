import { observedShare } from '#core/chance/observed.ts';
import type { FactFamily } from '#core/facts/fact-kinds.ts';
import type { AreaRow } from '#core/scene/area-row.ts';
import type { Scene } from '#core/scene/scene.ts';
import { DAY } from '#core/terms/moment.ts';
import type { PersonId } from '#core/terms/person.ts';
import { counted, isIn, viewWindow } from './system-view.ts';

/** A reason for concentration, and the trail by which it is looked for. Null: no trail of it. */
export interface Cause {
  readonly tag: 'founder' | 'no rotation' | 'no access' | 'hiring' | 'urgency' | 'nothing written';
  readonly needs: FactFamily | 'git';
  readonly trail: (scene: Scene, place: Concentrated) => string | null;
}

/** An area that one person knows. */
export interface Concentrated {
  readonly area: AreaRow;
  readonly carrier: PersonId;
}

/** An area's first half year. */
const FOUNDING_DAYS = 180;
/** Fewer cases than this are no trail. */
const LEAST = 8;

export const CAUSES: readonly Cause[] = [
  { tag: 'founder', needs: 'git', trail: founded },
  { tag: 'no rotation', needs: 'rota', trail: unrotated },
  { tag: 'no access', needs: 'rights', trail: shutOut },
  { tag: 'hiring', needs: 'people', trail: hiredFor },
  { tag: 'urgency', needs: 'incidents', trail: hurried },
  { tag: 'nothing written', needs: 'documents', trail: unwritten },
];

function founded({ work, areas }: Scene, { area, carrier }: Concentrated): string | null {
  const born = areas[area]!.bornAt;
  if (born === null) return null;
  let own = 0,
    n = 0;
  for (let row = 0; row < work.count && work.at[row]! < born + FOUNDING_DAYS * DAY; row++)
    if (work.area[row] === area) {
      n++;
      if (work.person[row] === carrier) own++;
    }
  return mostly(own, n) ? `${own} of ${n} changes of its first half year are by whoever knows it today` : null;
}

function unrotated(scene: Scene, { area }: Concentrated): string | null {
  const { from } = viewWindow(scene);
  const shifts = scene.shifts.filter((one) => one.area === area && one.level === 1 && one.to > from && one.from < scene.at);
  if (shifts.length < LEAST || new Set(shifts.map(({ person }) => person)).size > 1) return null;
  return `all ${shifts.length} shifts of half a year are held by one person`;
}

function shutOut({ rights, at }: Scene, { area }: Concentrated): string | null {
  const held = rights.filter((one) => one.area === area && one.from <= at && at < one.to);
  const alone = [...Map.groupBy(held, ({ right }) => right)].filter(([, of]) => new Set(of.map(({ person }) => person)).size === 1);
  return alone.length === 0
    ? null
    : `one account alone may ${alone
        .map(([right]) => right)
        .toSorted()
        .join(', ')}`;
}

function hiredFor({ staff }: Scene, { carrier }: Concentrated): string | null {
  const joined = staff.find(
    ({ person, what, specialist, contractEnds }) => person === carrier && what === 'joined' && (specialist || contractEnds !== null),
  );
  // Which of the two, and that somebody's contract ends, is theirs to tell.
  return joined === undefined ? null : 'it is known by somebody who came as a specialist or by contract';
}

function hurried(scene: Scene, { area, carrier }: Concentrated): string | null {
  const window = viewWindow(scene);
  const ended = scene.incidents.filter((one) => one.area === area && one.urgent && one.resolvedBy !== null && isIn(one.resolvedAt, window));
  const own = ended.filter(({ resolvedBy }) => resolvedBy === carrier).length;
  return mostly(own, ended.length) ? `${own} of ${ended.length} urgent incidents went to whoever knows it` : null;
}

function unwritten({ documents, changes, incidents }: Scene, { area }: Concentrated): string | null {
  if (documents.some((one) => one.area === area)) return null;
  const happened = changes.filter(({ areas }) => areas[0] === area).length + incidents.filter((one) => one.area === area).length;
  return happened < LEAST
    ? null
    : `no runbook, decision or other document is about it, after ${counted(happened, 'change or incident', 'changes and incidents')}`;
}

/** More than half, surely. */
function mostly(own: number, n: number): boolean {
  return n >= LEAST && observedShare(own, n).low > 0.5;
}
