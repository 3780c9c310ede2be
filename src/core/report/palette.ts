import type { Verdict } from '#core/terms/verdict.ts';

/** How a text is coloured: a value that a door chooses, so that printing stays a pure function. */
export interface Palette {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly verdict: Readonly<Record<Verdict, (text: string) => string>>;
}

const same = (text: string): string => text;

export const NO_COLOUR: Palette = { strong: same, faint: same, verdict: { moves: same, degrades: same, stops: same, 'not judged': same } };

/** Sixteen-colour codes only: amber to teal on any ground. Colour never carries meaning alone (see SHAPE). */
export const COLOUR: Palette = {
  strong: sgr(1, 22),
  faint: sgr(2, 22),
  verdict: { stops: sgr(33, 39), degrades: sgr(93, 39), moves: sgr(36, 39), 'not judged': sgr(2, 22) },
};

/** The shape that doubles each verdict's colour. */
export const SHAPE: Readonly<Record<Verdict, string>> = { stops: '○', degrades: '◐', moves: '●', 'not judged': '▨' };

function sgr(on: number, off: number): (text: string) => string {
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
}
