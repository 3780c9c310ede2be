import { BEYOND } from './rooms.beyond.mjs';
import { SHOWN } from './rooms.shown.mjs';

/** All of core, in the order of the sentence that the folders say. A room sees those before it that are listed. */
export const WORDS = ['core/terms', 'core/chance', 'core/fitting'];
export const EVIDENCE = ['core/terms', 'core/identity', 'core/evidence'];
export const CLEANING = [...EVIDENCE, 'core/credit'];
export const KNOWLEDGE = [...WORDS, 'core/identity', 'core/evidence', 'core/areas'];
export const RISK = [...KNOWLEDGE, 'core/knowledge', 'core/published'];
export const FACTOR = [...RISK, 'core/risk'];
export const ABSENCE = [...FACTOR, 'core/factor'];
export const CASCADE = [...ABSENCE, 'core/absence'];
export const SUCCESSION = [...CASCADE, 'core/cascade', 'core/policy', 'core/cohorts'];
export const BECAUSE = [...SUCCESSION, 'core/succession'];
export const WORLD = [...BECAUSE, 'core/because'];
export const JUDGED = [...WORLD, 'core/world'];
export const ANSWERS = [...WORLD, 'core/reviewing', 'core/report', 'core/world', 'core/lookup', 'core/findings'];
export const PURE = [...ANSWERS, 'core/answers'];
export const CLEAN = [...PURE, 'core/credit', 'core/cleaning'];
export const CORE = [
  ...CLEAN,
  ...SHOWN,
  ...BEYOND,
  'core/disclosure',
  'core/retention',
  'core/agreement',
  'core/accounts',
  'core/replay',
  'core/evaluation',
  'core/calibration',
  'core/trials',
  'core/hindsight',
  'core/staging',
  'core/suites',
];
/** What every door and the application speak: words, answers, who may see what. */
export const SPOKEN = [
  'core/terms',
  'core/policy',
  'core/agreement',
  'core/accounts',
  'core/world',
  'core/lookup',
  'core/answers',
  'core/beyond',
  ...SHOWN,
];
