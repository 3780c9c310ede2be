import type { AreaSource } from '#core/terms/area.ts';
import { VERDICTS, type Verdict } from '#core/terms/verdict.ts';
import { MAP_COLOURS, MAP_SIZES, type MapColour, type MapSize } from '#core/weights/node-weights.ts';
import { MAP_SHAPES, type MapShape } from '#web/map/map-layout.ts';
import type { Address } from '#web/shell/address.ts';

const SOURCES = ['configuration', 'codeowners', 'workspace', 'tree', 'undeclared'] as const satisfies readonly (
  | AreaSource
  | 'undeclared'
)[];

export interface MapChoice {
  readonly colour: MapColour;
  readonly size: MapSize;
  readonly shape: MapShape;
  readonly find: string;
  readonly source: AreaSource | 'undeclared' | null;
  readonly verdict: Verdict | null;
}

/** What there is to choose from: not everything is told to everybody. */
interface Told {
  readonly colours: readonly MapColour[];
  readonly sizes: readonly MapSize[];
}
const ALL: Told = { colours: MAP_COLOURS, sizes: MAP_SIZES };

/** What the address chooses, with the value that holds where it says nothing or nothing known. */
export function readMapAddress({ colour, size, shape, find, source, verdict }: Address, told: Told = ALL): MapChoice {
  return {
    colour: oneOf(told.colours, colour) ?? 'cover',
    size: oneOf(told.sizes, size) ?? 'demand',
    shape: oneOf(MAP_SHAPES, shape) ?? 'treemap',
    find: find ?? '',
    source: oneOf(SOURCES, source),
    verdict: oneOf(VERDICTS, verdict),
  };
}

function oneOf<T extends string>(choices: readonly T[], text: string | undefined): T | null {
  return choices.find((choice) => choice === text) ?? null;
}
