import type { Mode } from '#core/policy/viewer.ts';

/** The page's first sentence. */
export const MODE_HEADLINES: Readonly<Record<Mode, string>> = {
  solo: 'One person looks here, on their own machine, and sees names.',
  team: 'Everybody sees areas and roles, and of people nobody but themselves.',
  council: 'Everybody sees areas only, and of people nobody but themselves.',
};

export const MODE_NAMES: Readonly<Record<Mode, string>> = { solo: 'Solo', team: 'Team', council: 'Council' };

/** What holds in each mode, before anybody chooses it. */
export const MODE_WORDS: Readonly<Record<Mode, string>> = {
  solo: 'Names are shown, to one person on their own machine. It ends by itself as soon as there is a second account, or another machine can reach this server.',
  team: 'Areas, files and folders, with people as roles. Everybody sees themselves in full and nobody else. What points at one person is theirs alone for 72 hours, and their note stays with it.',
  council: 'As in team mode, and less: areas only, no files or folders. Names are shown to nobody, and nothing here opens them.',
};

/** What a change does to those who look already, from one mode to another. */
const CHANGES: Readonly<Record<Mode, Readonly<Partial<Record<Mode, string>>>>> = {
  solo: {
    team: 'Names go, for you as well: from now on you see yourself and, of others, roles.',
    council: 'Names, files and folders go, for you as well: from now on you see yourself and areas.',
  },
  team: {
    solo: 'Names come back, to you alone. This is refused while anybody else could look.',
    council: 'Files and folders close for everybody at once, and so do links to them. Areas and everybody’s own view stay as they are.',
  },
  council: {
    solo: 'Names come back, to you alone. This is refused while anybody else could look.',
    team: 'Files and folders open for everybody at once, with people as roles. Where a works agreement holds, it has to allow this first.',
  },
};

/** What will be different, in a sentence; where nobody has chosen yet, choosing what holds already changes nothing but that it is chosen. */
export function changeWords(from: Mode, to: Mode): string {
  return CHANGES[from][to] ?? 'Nothing changes for anybody: what holds already is now chosen, and stands in the history.';
}
