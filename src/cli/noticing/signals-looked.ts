import { createHash } from 'node:crypto';
import { lookAtScans, lookAtTeam, TEAM_SCOPE } from '#app/actions/signals/look-at-signals.ts';
import type { TeamDatabase } from '#app/actions/team/tend-database.ts';
import { modeAtTheKeyboard } from '#app/questions/privacy/team-settings.ts';
import { allow } from '#core/policy/allow.ts';
import { AT_THE_DATABASE, type Viewer } from '#core/policy/viewer.ts';

/** A repository that stands here, as it was read. */
export interface StandsHere {
  readonly key: string;
  readonly name: string;
  readonly path: string;
  readonly scan: Parameters<typeof lookAtScans>[1]['scans'][number]['scan'];
}

export interface LookHere {
  readonly database: TeamDatabase;
  /** Milliseconds since epoch. */
  readonly now: () => number;
  /** Asked only where no team reads anything there. */
  readonly standHere: () => Promise<readonly StandsHere[]>;
}

/** A team's database is looked at as a whole, and tells what its mode lets out at the keyboard; else the repositories that stand here. */
export async function signalsLooked({ database, now, standHere }: LookHere): Promise<{ readonly viewer: Viewer; readonly scope: string }> {
  const look = await lookAtTeam({ database, now });
  if (look !== undefined) {
    const mode = await modeAtTheKeyboard(database);
    const viewer: Viewer = mode === 'solo' ? { mode } : AT_THE_DATABASE;
    allow(viewer, { question: 'signals' });
    await look.store();
    return { viewer, scope: TEAM_SCOPE };
  }
  const here = await standHere();
  const keys = here.map(({ key }) => key).toSorted();
  const scope = `here ${createHash('sha256').update(keys.join('\n')).digest('hex').slice(0, 16)}`;
  const scans = here.map(({ name, path, scan }) => ({ name, addresses: [path], scan }));
  const { mode } = await lookAtScans({ database, now }, { scans, scope });
  return { viewer: { mode }, scope };
}
