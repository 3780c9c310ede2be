import { createHash } from 'node:crypto';
import { lookAtScans, lookAtTeam, TEAM_SCOPE } from '#app/actions/signals/look-at-signals.ts';
import { type TeamDatabase, withDatabase } from '#app/actions/team/tend-database.ts';
import { answerSignalsRead, refuseUnknownPlace, refuseUnknownSignal } from '#app/questions/signals/answer-read.ts';
import { modeAtTheKeyboard } from '#app/questions/privacy/team-settings.ts';
import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import { AT_THE_DATABASE, type Viewer } from '#core/policy/viewer.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { refusal } from '#core/terms/refusals.ts';
import { scanned } from '#cli/asking/scanned.ts';
import { writeAnswer } from '#cli/asking/write-answer.ts';
import { EXIT } from '#cli/exit.ts';
import { flagOption, textOption } from '#cli/options/read-options.ts';
import { placeToRead } from '#cli/team/team-options.ts';
import type { Run } from '#cli/verb.ts';
import { foldPlaces, withChanges } from './fold-places.ts';

/** Looks with all signals, keeps what they say, and tells it. */
export async function runSignals(run: Run): Promise<number> {
  const { door, options, args, common } = run;
  const asked = askedOf(run);
  const { now } = door;
  const answer = await withDatabase({ place: placeToRead(run), now }, async (database) => {
    const { viewer, scope } = await looked(run, database);
    const permit = allow(viewer, { question: 'signals' });
    const all = flagOption(options, 'all') || args.length > 0;
    const reader = { viewer, ownWords: [], now: now(), scope };
    if (asked.area !== undefined) await refuseUnknownPlace(database, reader, asked.area);
    const told = withChanges(await answerSignalsRead(database, reader, { ...asked, all }));
    const folds = !all && common.format === 'text' && !common.explain;
    return release(folds ? foldPlaces(told) : told, permit);
  });
  writeAnswer(answer, run);
  return answer.value.lookedAt === null || answer.value.judged === 0 ? EXIT.unjudged : EXIT.fine;
}

function askedOf({ args: [signal, place, ...more], options }: Run): { readonly signal?: string; readonly area?: string } {
  const area = place ?? textOption(options, 'area');
  if (more.length > 0) throw refusal('unknown-option', { problem: 'understudy signals takes a SIGNAL and an AREA.', verb: 'signals' });
  if (signal !== undefined) refuseUnknownSignal(signal);
  return { ...(signal === undefined ? {} : { signal }), ...(area === undefined ? {} : { area }) };
}

/** A team's database is looked at as a whole, and tells what its mode lets out at the keyboard; else the repositories that stand here. */
async function looked(run: Run, database: TeamDatabase): Promise<{ readonly viewer: Viewer; readonly scope: string }> {
  const { now } = run.door;
  const look = await lookAtTeam({ database, now });
  if (look !== undefined) {
    const mode = await modeAtTheKeyboard(database);
    const viewer: Viewer = mode === 'solo' ? { mode } : AT_THE_DATABASE;
    allow(viewer, { question: 'signals' });
    await look.store();
    return { viewer, scope: TEAM_SCOPE };
  }
  const scans = (await scannedHere(run)).map((scan) => ({ name: scan.name, addresses: [scan.path], scan }));
  const keys = scans.map(({ scan }) => scan.key).toSorted();
  const scope = `here ${createHash('sha256').update(keys.join('\n')).digest('hex').slice(0, 16)}`;
  const { mode } = await lookAtScans({ database, now }, { scans, scope });
  return { viewer: { mode }, scope };
}

/** Whoever names a data folder means what is read there: that nothing is says more than that they stand in no repository. */
async function scannedHere(run: Run): ReturnType<typeof scanned> {
  try {
    return await scanned(run);
  } catch (problem) {
    const place = textOption(run.options, 'dataFolder') ?? textOption(run.options, 'database');
    if (place === undefined || !(problem instanceof Refusal) || problem.code !== 'not-a-repository') throw problem;
    throw refusal('nothing-read', { place });
  }
}
