import { numberWord } from '#core/because/number-words.ts';
import { STANDINGS, type Standing } from '#core/because/standing-of.ts';
import type { Answer } from '#core/terms/answer.ts';
import { counted, percentOf } from '#core/terms/figures.ts';
import { envelope } from '#core/world/envelope.ts';
import { filesAt } from '#core/lookup/path-files.ts';
import { peopleOfFiles } from '#core/lookup/people-of-files.ts';
import type { WhoRow } from '#core/lookup/who-row.ts';
import type { World } from '#core/world/world.ts';

export interface WhoValue {
  readonly path: string;
  readonly files: number;
  readonly roles: Readonly<Record<Standing, number>>;
  /** AI agents that make changes here, and which part of them. */
  readonly agents: { readonly count: number; readonly share: number };
}

/** Who knows a file or folder, and who could learn it next: in alphabetical order, never by how much. */
export function answerWho(world: World, { path }: { readonly path: string }): Answer<WhoValue, WhoRow> {
  const files = filesAt(world.evidence, path);
  const people = peopleOfFiles(world, files);
  const value = { path: path || '.', files: files.length, roles: people.roles, agents: people.agents };
  return envelope(world, {
    name: 'who',
    question: `Who knows ${path || 'this repository'}, and who could?`,
    value,
    reading: readingOf(value, people.others),
    columns: people.columns,
    rows: people.rows,
    because: people.because,
    method: { name: 'calibrated knowledge', version: '1' },
  });
}

function readingOf({ path, files, roles, agents }: WhoValue, others: number): string {
  const name = path === '.' ? 'The whole' : path;
  const place = files > 1 ? `${name} (${counted(files, 'file')})` : name;
  const said = STANDINGS.flatMap((role) => (roles[role] === 0 ? [] : [SAID[role](roles[role])]));
  const whole = roles['knows it'] === 0 ? ['nobody here knows it as a whole', ...said] : said;
  return `${place}: ${whole.join('; ')}.${others > 0 ? ` ${counted(others, 'other')} left only a trace.` : ''}${sayAgents(agents)} In alphabetical order.`;
}

function sayAgents({ count, share }: WhoValue['agents']): string {
  return count === 0 ? '' : ` ${count === 1 ? 'An AI agent makes' : `${count} AI agents make`} ${percentOf(share)} of its changes.`;
}

const SAID: Readonly<Record<Standing, (n: number) => string>> = {
  'knows it': (n) => `${numberWord(n)} ${n === 1 ? 'person knows' : 'people know'} it`,
  'knows part of it': (n) => `${numberWord(n)} ${n === 1 ? 'knows' : 'know'} part of it`,
  'could learn it': (n) => `${numberWord(n)} could learn it next`,
  'knew it, seldom here': (n) => `${numberWord(n)} knew it and ${n === 1 ? 'is' : 'are'} seldom here`,
  'knew part of it, seldom here': (n) => `${numberWord(n)} knew part of it and ${n === 1 ? 'is' : 'are'} seldom here`,
};
