import type { Settings } from '#core/terms/settings.ts';

/** How somebody stands to a place. The words are what readers see; the order is that of the table of roles, not of people. */
export const STANDINGS = [
  'knows it',
  'knows part of it',
  'could learn it',
  'knew it, seldom here',
  'knew part of it, seldom here',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** More likely here than not. */
export const HERE = 0.5;
/** Less than this is a trace, not a start. */
export const TRACE = 0.1;

/** By what they know and whether they are probably still here; undefined for a mere trace. */
export function standingOf(
  { knows, present }: { readonly knows: number; readonly present: number },
  { carrierFrom, stopsBelow }: Settings,
): Standing | undefined {
  if (present >= HERE)
    return knows >= carrierFrom ? 'knows it' : knows >= stopsBelow ? 'knows part of it' : knows >= TRACE ? 'could learn it' : undefined;
  return knows >= carrierFrom ? 'knew it, seldom here' : knows >= stopsBelow ? 'knew part of it, seldom here' : undefined;
}
