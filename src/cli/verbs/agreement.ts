import type { AgreementWords } from '#core/agreement/agreement-words.ts';
import { agreementText } from '#core/agreement/agreement-text.ts';
import { QUESTION_INPUTS } from '#contract/questions.ts';
import { QUESTION_TOPICS } from '#core/policy/asked.ts';
import { dateOf } from '#core/terms/moment.ts';
import { refusal } from '#core/terms/refusals.ts';
import { withDatabase } from '#app/actions/team/tend-database.ts';
import { teamAgreement } from '#app/questions/privacy/team-agreement.ts';
import { waysIn } from '#server/accounts/ways-in.ts';
import { providerSettings } from '#cli/serving/provider-settings.ts';
import { placeToRead } from '#cli/team/team-options.ts';
import { gather } from '#cli/asking/gather.ts';
import { writeOut } from '#cli/asking/write-out.ts';
import { EXIT } from '#cli/exit.ts';
import { wordOption } from '#cli/options/read-options.ts';
import type { Run } from '#cli/verb.ts';
import { version } from '#cli/version.ts';

const LANGUAGES = ['en', 'de'] as const;
type Language = (typeof LANGUAGES)[number];

/** The works agreement, filled with what runs here. It speaks of the program and of nobody, so there is nothing to release. */
export async function runAgreement(run: Run): Promise<number> {
  const { format } = run.common;
  if (format === 'csv' || format === 'json') throw refusal('bad-combination', { one: 'agreement', other: `--${format}` });
  const language = wordOption(run.options, 'language', LANGUAGES) ?? 'en';
  if (run.options['database'] !== undefined || run.options['dataFolder'] !== undefined) return await ofTeam(run, language);
  const words = await wordsOf(language);
  const { world } = await gather(run);
  const facts = {
    version: version(),
    date: dateOf(run.door.now() / 1000),
    mode: world.viewer.mode,
    repositories: world.evidence.repositories.map(({ name }) => name),
    settings: { ...world.settings },
    questions: [...new Set([...Object.keys(QUESTION_INPUTS), ...Object.keys(QUESTION_TOPICS)])].filter((name) => name !== 'world').sort(),
  };
  writeOut(agreementText(facts, words), run);
  return EXIT.fine;
}

/** The text of a team's server, from the database that it runs on: the same as `GET /api/agreement` gives, unless somebody reaches a solo server from elsewhere. */
async function ofTeam(run: Run, language: Language): Promise<number> {
  const [asked] = run.args;
  if (asked !== undefined) throw refusal('bad-combination', { one: asked, other: '--database or --data-folder' });
  const { now } = run.door;
  const facts = { language, version: version(), now: now(), loopback: true, signIn: waysIn(providerSettings(run)) };
  const place = placeToRead(run);
  writeOut(await withDatabase({ place, now }, async (database) => await teamAgreement(database, facts)), run);
  return EXIT.fine;
}

async function wordsOf(language: Language): Promise<AgreementWords> {
  if (language === 'de') return (await import('#core/agreement/german.ts')).GERMAN;
  return (await import('#core/agreement/english.ts')).ENGLISH;
}
