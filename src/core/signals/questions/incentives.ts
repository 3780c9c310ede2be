import { observedShare } from '#core/chance/observed.ts';
import type { Scene } from '#core/scene/scene.ts';
import type { Estimate } from '#core/terms/estimate.ts';
import type { Window } from '#core/terms/moment.ts';
import { isIn, isKnown, type SystemView, viewWindow } from './system-view.ts';
import { MECHANISMS } from './mechanism-uses.ts';

export interface IncentiveRow {
  readonly what: 'saves' | 'prevention' | 'sharing';
  /** How often people were thanked for it. */
  readonly recognised: number;
  readonly toTeams: number;
  /** How often it happened, as far as sources tell: there was something to thank for. */
  readonly happened: number;
  /** Share of all that was recognised of the three; null: nothing was. */
  readonly share: Estimate | null;
}

/**
 * # What is rewarded
 * What it says: for what people are thanked, beside what there was to thank for. Organisation only; nobody is in it.
 * Formula: for saves, prevention and sharing: recognitions of the last 180 days, those of them to teams, share of the three with its interval; and how often
 *   it happened: urgent incidents ended by somebody; follow-ups of incidents closed, and rehearsals by others; uses of the other ways of sharing.
 * Reading: many saves thanked and little else, while prevention happened = the incentive is to wait for the fire.
 * Source: essay C, “What incentives reward knowledge hoarding versus knowledge distribution?” (R074).
 * Weakness: pay and promotion are not read; counts of what happened are of different kinds and are not to be divided by each other.
 */
export function incentives(scene: Scene): SystemView<IncentiveRow> {
  const window = viewWindow(scene);
  const happened = happenings(scene, window);
  const of = (what: 'save' | 'prevention' | 'sharing') => scene.recognitions.filter((one) => one.what === what && isIn(one.at, window));
  const groups = [
    { what: 'saves' as const, thanked: of('save') },
    { what: 'prevention' as const, thanked: of('prevention') },
    { what: 'sharing' as const, thanked: of('sharing') },
  ];
  const n = groups.reduce((sum, { thanked }) => sum + thanked.length, 0);
  const rows = groups.map(({ what, thanked }) => ({
    what,
    recognised: thanked.length,
    toTeams: thanked.filter(({ toTeam }) => toTeam).length,
    happened: happened[what],
    share: n === 0 ? null : observedShare(thanked.length, n),
  }));
  const judged = isKnown(scene, 'recognition');
  return {
    window,
    rows: judged ? rows : [],
    sentence: judged
      ? `Recognised in half a year: ${rows.map(({ what, recognised }) => `${recognised} for ${what}`).join(', ')}.`
      : 'What is rewarded cannot be judged: no recognitions are connected.',
    notJudged: [...(judged ? [] : ['recognitions: nothing is connected that tells of them']), 'pay and promotion: not read, on purpose'],
  };
}

function happenings(scene: Scene, window: Window): Readonly<Record<IncentiveRow['what'], number>> {
  const uses = (prevents: boolean): number =>
    MECHANISMS.filter(({ needs }) => (needs === 'documents') === prevents)
      .flatMap((mechanism) => mechanism.uses(scene))
      .filter(({ at }) => isIn(at, window)).length;
  const ended = scene.incidents.filter(({ urgent, resolvedBy, resolvedAt }) => urgent && resolvedBy !== null && isIn(resolvedAt, window));
  const closed = scene.incidents.flatMap(({ followUps }) => followUps).filter(({ closedAt }) => isIn(closedAt, window));
  return { saves: ended.length, prevention: closed.length + uses(true), sharing: uses(false) };
}
