import { withDatabase } from '#app/actions/team/tend-database.ts';
import { answerSignalsRead, refuseUnknownPlace, refuseUnknownSignal } from '#app/questions/signals/answer-read.ts';
import { allow } from '#core/policy/allow.ts';
import { release } from '#core/policy/release.ts';
import { Refusal } from '#core/terms/refusal.ts';
import { refusal } from '#core/terms/refusals.ts';
import { scanned } from '#cli/asking/scanned.ts';
import { writeAnswer } from '#cli/asking/write-answer.ts';
import { EXIT } from '#cli/exit.ts';
import { flagOption, textOption } from '#cli/options/read-options.ts';
import { placeToRead } from '#cli/team/team-options.ts';
import type { Run } from '#cli/verb.ts';
import { foldPlaces, withChanges } from './fold-places.ts';
import { signalsLooked } from './signals-looked.ts';

/** Looks with all signals, keeps what they say, and tells it. */
export async function runSignals(run: Run): Promise<number> {
  const { door, options, args, common } = run;
  const asked = askedOf(run);
  const { now } = door;
  const answer = await withDatabase({ place: placeToRead(run), now }, async (database) => {
    const standHere = async () => (await scannedHere(run)).map((scan) => ({ key: scan.key, name: scan.name, path: scan.path, scan }));
    const { viewer, scope } = await signalsLooked({ database, now, standHere });
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
