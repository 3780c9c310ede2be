import { resolve } from 'node:path';
import { type ImportProgress, importFiles } from '#app/actions/importing/import-files.ts';
import { filesTaken } from '#app/actions/importing/recognise.ts';
import { writeTemplates } from '#app/actions/importing/write-templates.ts';
import { withDatabase } from '#app/actions/team/tend-database.ts';
import { answerImported } from '#app/questions/connections/imported.ts';
import { counted, countOf } from '#core/terms/figures.ts';
import { refusal } from '#core/terms/refusals.ts';
import { visible } from '#core/report/visible.ts';
import { leftOf } from '#cli/asking/progress.ts';
import { writeOut } from '#cli/asking/write-out.ts';
import { EXIT } from '#cli/exit.ts';
import { textOption } from '#cli/options/read-options.ts';
import { teamPlaceOf } from '#cli/team/team-options.ts';
import { writeTeamAnswer } from '#cli/team/write-team-answer.ts';
import type { Run } from '#cli/verb.ts';

/** Reads files that sources beyond git wrote, or writes tables to fill in. */
export async function runImport(run: Run): Promise<number> {
  const { door, args, options } = run;
  const templates = textOption(options, 'templates');
  if (templates !== undefined) return wrote(run, resolve(door.cwd, templates));
  if (args.length === 0) throw refusal('import-nothing', { takes: filesTaken() });
  const line = importLine(run);
  try {
    const { files, passed } = await withDatabase(
      { place: teamPlaceOf(run).database, now: door.now },
      async (database) =>
        await importFiles({
          database,
          paths: args.map((path) => resolve(door.cwd, path)),
          as: textOption(options, 'as'),
          repository: textOption(options, 'repository'),
          host: textOption(options, 'host'),
          into: textOption(options, 'into'),
          now: door.now,
          signal: door.signal,
          onProgress: line.report,
        }),
    );
    line.end();
    writeTeamAnswer(answerImported({ files, passed, now: door.now() }), 'imported', run);
  } finally {
    line.end();
  }
  return EXIT.fine;
}

function wrote(run: Run, folder: string): number {
  const { written, left } = writeTemplates(folder);
  const kept =
    left.length === 0 ? '' : ` ${counted(left.length, 'file')} there already, left as ${left.length === 1 ? 'it is' : 'they are'}.`;
  writeOut(`${counted(written.length, 'table')} to fill in: ${folder}.${kept}\n`, run);
  return EXIT.fine;
}

/** Milliseconds between two drawings, and before anything is said of the time left: too little is known by then. */
const PAUSE = 250;
const PLAIN_PAUSE = 5000;
const KNOWS = 1500;

function importLine({ door: { err, now }, common: { quiet } }: Run) {
  let [last, file, begun] = [now(), '', now()];
  let drawn = false;
  const report = (progress: ImportProgress): void => {
    if (progress.file !== file) [file, begun] = [progress.file, now()];
    if (quiet || now() - last < (err.isTerminal ? PAUSE : PLAIN_PAUSE)) return;
    last = now();
    const text = lineOf(progress, now() - begun);
    err.write(err.isTerminal ? `\r${text.slice(0, (err.columns || 80) - 1)}\u001b[K` : `${text}\n`);
    drawn = err.isTerminal;
  };
  const end = (): void => {
    if (drawn) err.write('\r\u001b[K');
    drawn = false;
  };
  return { report, end };
}

/** What is left follows from the bytes read so far; a squeezed file says nothing of its length unpacked, so nothing is said of its end. */
function lineOf({ file, done, total, facts }: ImportProgress, spent: number): string {
  const share = done > total || total === 0 ? undefined : done / total;
  const left = share === undefined || share === 0 || spent < KNOWS ? '' : `, ${leftOf((spent / 1000) * (1 / share - 1))} left`;
  const read = share === undefined ? '' : `${Math.floor(share * 100)} %, `;
  return `reading ${visible(file)}: ${read}${countOf(facts)} facts${left}`;
}
