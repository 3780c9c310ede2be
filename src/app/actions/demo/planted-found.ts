import type { Planted } from '#core/organisation/founding/company.ts';
import { PLANTS } from '#core/organisation/founding/plants.ts';

/** What is read of a row about signals. */
export interface SignalSaid {
  readonly kind: string;
  readonly signal: string;
  readonly area: string | null;
  readonly team: string | null;
  readonly state: string;
  /** With its interval: `35 % (25–46)`. */
  readonly measured: string;
  readonly threshold: number;
  readonly unit: string;
}

export interface PlantedFound extends Planted {
  /** What its signal says there, raised or not; absent: it could not be judged there. */
  readonly said?: SignalSaid;
}

/** Each pattern that was planted, with what its own signal says of that very place. */
export function plantedFound(planted: readonly Planted[], said: readonly SignalSaid[]): readonly PlantedFound[] {
  return planted.map((one) => {
    const signal = PLANTS.find(({ id }) => id === one.plant)!.signal;
    const own = said.find((row) => row.kind === signal && slugOf(row) === one.place);
    return { ...one, ...(own === undefined ? {} : { said: own }) };
  });
}

/** Last part of `shop:billing` and of `team:github.com/harbour/payments`; null: the whole. */
function slugOf({ area, team }: SignalSaid): string | null {
  return (area ?? team)?.split(/[:/]/).at(-1) ?? null;
}
