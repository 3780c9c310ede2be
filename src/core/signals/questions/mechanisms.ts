import type { Scene } from '#core/scene/scene.ts';
import { DAY, type Moment } from '#core/terms/moment.ts';
import { counted, isIn, isKnown, type SystemView, viewWindow } from './system-view.ts';
import { MECHANISMS, type Mechanism } from './mechanism-uses.ts';

/** What was not used for so long does not exist. */
const DORMANT_DAYS = 60;

export interface MechanismRow {
  readonly mechanism: string;
  readonly state: 'alive' | 'dormant' | 'never seen' | 'not judged';
  readonly lastUsed: Moment | null;
  /** Of the last half year. */
  readonly uses: number;
  /** Different people who took part in them. */
  readonly reach: number;
}

/**
 * # Which ways of sharing exist
 * What it says: which ways of sharing knowledge are in use, when they were last used and how many people they reach.
 * Formula: for each way of sharing the uses of the last 180 days, the number of different people who took part, and the day of the last use of all.
 *   Alive: used within the last 60 days; dormant: not since; never seen: not at all; not judged: what would show it is not connected.
 * Reading: dormant counts as not existing, whatever the handbook says. Reach beside the number of people says whom it passes by.
 * Source: essay C, “What mechanisms exist (or don't exist) for knowledge sharing?” (R072).
 * Weakness: taking part is not learning; what people did afterwards is judged by facets, not here. Office hours leave no trace that is read yet.
 */
export function mechanisms(scene: Scene): SystemView<MechanismRow> {
  const rows = MECHANISMS.map((mechanism) => rowOf(scene, mechanism));
  const alive = rows.filter(({ state }) => state === 'alive').length,
    judged = rows.filter(({ state }) => state !== 'not judged').length;
  return {
    window: viewWindow(scene),
    rows,
    sentence: `${alive} of ${counted(judged, 'way', 'ways')} of sharing that can be judged ${alive === 1 ? 'is' : 'are'} alive.`,
    notJudged: [
      ...MECHANISMS.filter(({ needs }) => !isKnown(scene, needs)).map(
        ({ name, needs }) => `${name}: nothing is connected that tells of ${needs}`,
      ),
      'office hours: no source tells of them',
    ],
  };
}

function rowOf(scene: Scene, { name, needs, uses }: Mechanism): MechanismRow {
  if (!isKnown(scene, needs)) return { mechanism: name, state: 'not judged', lastUsed: null, uses: 0, reach: 0 };
  const all = uses(scene).filter(({ at }) => at <= scene.at),
    window = viewWindow(scene);
  const recent = all.filter(({ at }) => isIn(at, window));
  const people = new Set(recent.flatMap(({ people: of }) => of).filter((person) => scene.people[person]!.kind === 'human'));
  const lastUsed = all.reduce<Moment | null>((last, { at }) => (last === null || at > last ? at : last), null);
  return { mechanism: name, state: stateOf(lastUsed, scene.at), lastUsed, uses: recent.length, reach: people.size };
}

function stateOf(lastUsed: Moment | null, now: Moment): MechanismRow['state'] {
  if (lastUsed === null) return 'never seen';
  return now - lastUsed > DORMANT_DAYS * DAY ? 'dormant' : 'alive';
}
