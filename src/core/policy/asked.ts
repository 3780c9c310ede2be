import type { Topic } from './roles.ts';

/** A question as a door heard it. */
export interface Asked {
  /** Its name: the middle of the schema of its answer. */
  readonly question: string;
  readonly input?: unknown;
  /** Words that mean the one who asks: their own addresses. */
  readonly ownWords?: readonly string[];
}

/**
 * What each question is about before anything is said of it. A question that is not listed is taken to be about another
 * person, and so is answered in solo mode only: whoever adds one decides here who may see it.
 */
export const QUESTION_TOPICS: Readonly<Record<string, Topic>> = {
  overview: 'areas',
  areas: 'areas',
  explain: 'areas',
  map: 'areas',
  board: 'areas',
  weights: 'areas',
  factor: 'areas',
  loss: 'areas',
  leavers: 'areas',
  pairs: 'areas',
  trend: 'areas',
  check: 'areas',
  doctor: 'areas',
  scan: 'areas',
  facets: 'areas',
  owners: 'paths',
  who: 'paths',
  away: 'self',
  ready: 'self',
  identities: 'identities',
  evaluate: 'method',
  world: 'evidence',
  repositories: 'areas',
  sources: 'settings',
  kept: 'settings',
  imported: 'settings',
  signals: 'signals',
  'my-signals': 'self',
  joins: 'settings',
  connections: 'settings',
  'access-log': 'log',
  findings: 'areas',
  'my-findings': 'self',
  'my-data': 'self',
  'opened-names': 'opened',
};

/** Whether the answer may depend on who asks: their own words then mean somebody in it. */
export function mayBeOfOneself(question: string): boolean {
  return Object.hasOwn(QUESTION_TOPICS, question) && QUESTION_TOPICS[question] === 'self';
}

/** Whether bytes worked out for one may be told to another who sees as much: not where they know who asks. */
export function knowsWhoAsks(question: string): boolean {
  return mayBeOfOneself(question) || question === 'board' || question === 'weights' || question === 'owners';
}

/** What a word of an input says of somebody or something. A word that is not listed is taken to name another person. */
export const INPUT_TOPICS: Readonly<Record<string, Topic | 'people' | 'none'>> = {
  who: 'people',
  away: 'people',
  me: 'none',
  without: 'self',
  colour: 'none',
  path: 'paths',
  area: 'none',
  at: 'none',
  from: 'none',
  to: 'none',
  days: 'none',
  kind: 'none',
  simulate: 'none',
  asked: 'none',
  months: 'none',
  depth: 'none',
  most: 'none',
  model: 'none',
  northStar: 'none',
  areasThatStop: 'none',
  absenceFactor: 'none',
  notUnderstood: 'none',
  baseline: 'none',
};

/** Everything that a question touches: its own topic, and what its input adds. */
export function topicsOf({ question, input, ownWords = [] }: Asked): readonly Topic[] {
  const own = Object.hasOwn(QUESTION_TOPICS, question) ? QUESTION_TOPICS[question]! : 'person';
  const said = typeof input === 'object' && input !== null ? Object.entries(input).filter(([, word]) => isSaid(word)) : [];
  return [...new Set([own, ...said.flatMap(([key, word]) => topicOfWord(key, word, ownWords))])];
}

function topicOfWord(key: string, word: unknown, ownWords: readonly string[]): readonly Topic[] {
  const topic = Object.hasOwn(INPUT_TOPICS, key) ? INPUT_TOPICS[key]! : 'person';
  if (topic === 'none') return [];
  if (topic !== 'people') return [topic];
  const own = new Set(ownWords.map((one) => one.toLowerCase()));
  return [word].flat().every((one) => typeof one === 'string' && own.has(one.toLowerCase())) ? ['self'] : ['person'];
}

/** Words of an input that were meant to name people. */
export function peopleAskedFor(input: unknown): readonly string[] {
  const said = typeof input === 'object' && input !== null ? Object.entries(input) : [];
  return said
    .filter(([key]) => Object.hasOwn(INPUT_TOPICS, key) && INPUT_TOPICS[key] === 'people')
    .flatMap(([, word]) => [word].flat())
    .filter((word) => typeof word === 'string');
}

function isSaid(word: unknown): boolean {
  return word !== undefined && word !== null && word !== '' && word !== false && !(Array.isArray(word) && word.length === 0);
}
