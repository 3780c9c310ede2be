import type { AbsenceKind } from '#core/absence/scenario.ts';
import { allow } from '#core/policy/allow.ts';
import { DAY, dateOf, type Moment } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import type { World } from '#core/world/world.ts';
import { coloursSeen, fourDigits, type Looker, lookerOf, rowsSeen, treeOf } from './board-seen.ts';
import type { MapColour, ScenarioInput } from './node-weights.ts';
import { weigh } from './weigh.ts';

export interface WeightsAsked {
  readonly colour: MapColour;
  /** An absence of the one who asks, or the same days with everybody here; absent: each place without whom it leans on most. */
  readonly absence?: OwnAbsence | undefined;
}

/** Half-open window in seconds. */
export interface OwnAbsence {
  readonly who: 'me' | 'nobody';
  readonly from: Moment;
  readonly to: Moment;
  readonly kind: AbsenceKind;
}

/** One colour of the board as it travels, in the order of its places; null = not judged. */
export interface WeightsSeen {
  readonly colour: MapColour;
  readonly at: Moment;
  readonly share: readonly (number | null)[];
  /** Left away where it is the same as the share. */
  readonly figure?: readonly (number | null)[];
}

/** How much each place has, as far down as this viewer may see. An absence is of themself, or refused. */
export function weightsSeen(world: World, { colour, absence }: WeightsAsked, { viewer, own }: Looker = lookerOf(world)): WeightsSeen {
  allow(viewer, { question: 'weights' });
  if (!coloursSeen(viewer).includes(colour)) throw refusal('colour-not-told', { colour, known: coloursSeen(viewer).join(', ') });
  const tree = treeOf(world);
  const rows = rowsSeen(tree, viewer);
  const told = weigh(world, tree, { colour, scenario: absence === undefined ? null : scenarioOf({ viewer, own }, absence) });
  const pick = (column: Float32Array): readonly (number | null)[] => rows.map((row) => numberOrNull(column[row]!));
  const share = pick(told.share);
  const figure = pick(told.figure);
  return { colour, at: told.at, share, ...(figure.every((value, row) => value === share[row]) ? {} : { figure }) };
}

function scenarioOf({ viewer, own }: Looker, { who, ...days }: OwnAbsence): ScenarioInput {
  if (days.to <= days.from) throw refusal('dates-reversed', { from: dateOf(days.from), to: dateOf(days.to - DAY) });
  if (who === 'nobody') return { people: [], ...days };
  allow(viewer, { question: 'away', input: { me: true } });
  if (own.length === 0) throw refusal('self-unknown', {});
  return { people: own, ...days };
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : fourDigits(value);
}
