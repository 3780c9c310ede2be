import { QUESTION_INPUTS } from '#contract/questions.ts';
import { agreementText } from '#core/agreement/agreement-text.ts';
import type { AgreementWords, RunningFacts } from '#core/agreement/agreement-words.ts';
import { QUESTION_TOPICS } from '#core/policy/asked.ts';
import { dateOf } from '#core/terms/moment.ts';
import { DEFAULT_SETTINGS } from '#core/terms/settings.ts';
import { countRoles } from '#store/accounts/counts.ts';
import type { Database } from '#store/database/database.ts';
import { listSources } from '#store/team/sources.ts';
import { teamMode, teamRetention } from './team-settings.ts';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

export interface AgreementAsked {
  readonly language: Language;
  readonly version: string;
  /** Milliseconds since epoch. */
  readonly now: number;
  /** That no other machine reaches this server. */
  readonly loopback: boolean;
  readonly signIn: readonly string[];
}

/** The works agreement of a running team: its mode, terms, sources and roles, as they are now. Names of people are not in it. */
export async function teamAgreement(database: Database, asked: AgreementAsked): Promise<string> {
  const [mode, running, words] = await Promise.all([
    teamMode(database, asked),
    runningFacts(database, asked.signIn),
    wordsOf(asked.language),
  ]);
  const { repositories, ...facts } = running;
  const questions = [...new Set([...Object.keys(QUESTION_INPUTS), ...Object.keys(QUESTION_TOPICS)])].filter((name) => name !== 'world');
  const date = dateOf(asked.now / 1000);
  const settings = { ...DEFAULT_SETTINGS };
  return agreementText({ version: asked.version, date, mode, repositories, settings, questions: questions.sort(), running: facts }, words);
}

async function runningFacts(
  database: Database,
  signIn: readonly string[],
): Promise<RunningFacts & { readonly repositories: readonly string[] }> {
  const [sources, retention, roles] = await Promise.all([listSources(database), teamRetention(database), countRoles(database.query)]);
  return {
    sources: tally(sources.map(({ kind }) => kind)),
    repositories: sources.map(({ name }) => name).sort(),
    retention,
    roles,
    signIn,
  };
}

function tally(words: readonly string[]): Readonly<Record<string, number>> {
  const groups = Map.groupBy(words, (word) => word);
  return Object.fromEntries([...groups].map(([word, same]) => [word, same.length] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** In the languages that there are. */
export async function wordsOf(language: Language): Promise<AgreementWords> {
  if (language === 'de') return (await import('#core/agreement/german.ts')).GERMAN;
  return (await import('#core/agreement/english.ts')).ENGLISH;
}
