import { visible } from '#core/report/visible.ts';
import { OPERATIONS } from '#contract/operations.ts';

/** What stands on record, as people would say it. */
const WORDS: Readonly<Record<string, string>> = {
  overview: 'how much any one absence would leave carried',
  areas: 'which areas would stop, degrade or move',
  explain: 'why an area is judged as it is',
  map: 'the map',
  board: 'the map',
  weights: 'the colours of the map',
  factor: 'the fewest people whose absence leaves less than half carried',
  loss: 'what one absence, and several at once, would cost',
  leavers: 'what would be lost with leavers like those of the past',
  pairs: 'where two people must not be away together',
  trend: 'how the figure came to be',
  check: 'whether a limit is kept',
  doctor: 'what could not be judged',
  scan: 'what was read',
  who: 'how many know a file or folder',
  away: 'what the absence of whoever asked would stop',
  ready: 'what only whoever asked can do, and what to hand over first',
  identities: 'which spellings are one person',
  successors: 'who could carry next what somebody leaves',
  evaluate: 'how often figures are right',
  imported: 'what was read from sources beyond git',
  facets: 'who can review, operate and explain what',
  owners: 'whom CODEOWNERS names, and who works there',
  signals: 'which signals are worth a look',
  'my-signals': 'signals about whoever asked',
  joins: 'which handle is who, and which name is what',
  connections: 'what is connected beyond git',
  world: 'the whole evidence',
  repositories: 'how every repository stands',
  sources: 'what is read, and how far that is',
  kept: 'what is kept',
  findings: 'which areas hang on one person',
  'my-findings': 'findings about whoever asked',
  'my-data': 'everything that is kept about whoever asked',
  'access-log': 'the whole access log',
  'names asked for': 'asked that names be opened',
  'names agreed to': 'agreed that names be opened',
  'names refused': 'refused names, or closed them',
  'names withdrawn': 'took back asking for names',
  'opened-names': 'read names that were opened',
  'mode solo': 'changed to solo mode',
  'mode team': 'changed to team mode',
  'mode council': 'changed to council mode',
};

/** In words; a name of the interface in its own sentence; anything else as it was asked. */
export function askedWords(question: string): string {
  const known = Object.hasOwn(WORDS, question) ? WORDS[question] : undefined;
  return known ?? OPERATIONS.find(({ id }) => id === question)?.summary ?? `“${visible(question)}”`;
}
