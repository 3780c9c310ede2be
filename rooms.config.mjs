import {
  EVIDENCE,
  CLEANING,
  KNOWLEDGE,
  RISK,
  FACTOR,
  ABSENCE,
  CASCADE,
  SUCCESSION,
  BECAUSE,
  WORLD,
  JUDGED,
  ANSWERS,
  CLEAN,
} from './rooms.lists.mjs';
import { OUTER_ROOMS } from './rooms.outer.mjs';
import { PRIVACY_ROOMS } from './rooms.privacy.mjs';
import { shownRooms } from './rooms.shown.mjs';
import { BEYOND, beyondRooms } from './rooms.beyond.mjs';

/**
 * The rooms of the house and which may see which. walls.config.mjs makes rules of this table, docs/tour.md draws it, and
 * test/walls/arrows.test.ts proves that each rule bites.
 */

/** No package and nothing of the machine. */
const BARE = { packages: [], node: false };

/**
 * `sees`: rooms whose files it may import; `packages`: npm packages (a dev dependency only where it is bundled);
 * `node`: whether it may touch the machine; `instead`: where a thing belongs that would break the rule.
 */
export const ROOMS = [
  {
    room: 'core/terms',
    sees: [],
    ...BARE,
    instead: 'A word that needs another room belongs to that room; terms holds only what three rooms or more share.',
  },
  {
    room: 'core/chance',
    sees: ['core/terms'],
    packages: ['pure-rand'],
    node: false,
    instead: 'Distributions and seeded draws only: what is drawn, and why, belongs to the room that asks.',
  },
  {
    room: 'core/fitting',
    sees: ['core/terms', 'core/chance'],
    ...BARE,
    instead: 'How coefficients are fitted and forecasts scored; what they mean belongs to the room that uses them.',
  },
  {
    room: 'core/identity',
    sees: ['core/terms'],
    ...BARE,
    instead: 'Who is who, from names and addresses alone; what somebody did belongs to evidence.',
  },
  {
    room: 'core/evidence',
    sees: ['core/terms', 'core/identity'],
    ...BARE,
    instead: 'Whatever weighs or judges facts belongs to knowledge, risk or absence; whatever reads them from outside belongs to sources.',
  },
  {
    room: 'core/credit',
    sees: EVIDENCE,
    ...BARE,
    instead: 'Who did what, and with which share; whether a commit counts at all belongs to cleaning.',
  },
  {
    room: 'core/cleaning',
    sees: CLEANING,
    ...BARE,
    instead: 'From raw histories to evidence, and no further: whatever weighs or judges it belongs to knowledge, risk or absence.',
  },
  {
    room: 'core/areas',
    sees: [...CLEANING, 'core/cleaning'],
    packages: ['picomatch', 'yaml'],
    node: false,
    instead: 'Areas only cut the tree into parts; what is true of a part belongs to risk or absence.',
  },
  {
    room: 'core/knowledge',
    sees: KNOWLEDGE,
    ...BARE,
    instead: 'What follows from knowledge (cover, factors, verdicts) belongs to risk or absence.',
  },
  {
    room: 'core/published',
    sees: [...KNOWLEDGE, 'core/knowledge'],
    ...BARE,
    instead:
      'Published formulas and facts as they took them, for comparison and conformance; what the product judges by belongs to knowledge.',
  },
  { room: 'core/risk', sees: RISK, packages: ['pure-rand'], node: false, instead: 'What depends on a stated absence belongs to absence.' },
  {
    room: 'core/factor',
    sees: FACTOR,
    ...BARE,
    instead: 'How many absences it takes and what is lost, whoever is away; what depends on stated days belongs to absence.',
  },
  {
    room: 'core/absence',
    sees: ABSENCE,
    packages: ['pure-rand'],
    node: false,
    instead: 'Turning an outcome into an answer belongs to answers; printing it belongs to report.',
  },
  {
    room: 'core/cascade',
    sees: CASCADE,
    ...BARE,
    instead: 'What an absence drags along: load, pairs, agents, leavers; what the absence itself stops belongs to absence.',
  },
  {
    room: 'core/policy',
    sees: EVIDENCE,
    ...BARE,
    instead: 'Policy only decides who may see what; the figures themselves belong to the rooms that compute them.',
  },
  ...PRIVACY_ROOMS,
  {
    room: 'core/accounts',
    sees: ['core/terms', 'core/identity', 'core/evidence', 'core/policy'],
    ...BARE,
    instead: 'Rules about who may come in, and which login is which person; what they then may see belongs to policy.',
  },
  {
    room: 'core/succession',
    sees: SUCCESSION,
    ...BARE,
    instead: 'Who could carry next what somebody leaves; how often such an answer was right belongs to evaluation, telling it to answers.',
  },
  {
    room: 'core/report',
    sees: ['core/terms'],
    ...BARE,
    instead: 'A printer knows the envelope and nothing else; what it prints must already stand in the answer.',
  },
  {
    room: 'core/because',
    sees: BECAUSE,
    ...BARE,
    instead: 'Why a figure is what it is, said once for all answers; the figures themselves belong to the rooms before.',
  },
  {
    room: 'core/reviewing',
    sees: WORLD,
    ...BARE,
    instead: 'Who could review a change, and which seats it gets; how often that was right belongs to replay, telling it to answers.',
  },
  {
    room: 'core/world',
    sees: WORLD,
    ...BARE,
    instead: 'What every question is asked of, judged once; what one question makes of it belongs to answers.',
  },
  {
    room: 'core/lookup',
    sees: [...WORLD, 'core/world'],
    ...BARE,
    instead: 'From the words that people type to areas, paths and people; what is then said of them belongs to answers.',
  },
  {
    room: 'core/findings',
    sees: [...WORLD, 'core/world', 'core/lookup'],
    ...BARE,
    instead: 'Single findings, each with its remedy; the answer that lists them belongs to answers.',
  },
  {
    room: 'core/answers',
    sees: ANSWERS,
    ...BARE,
    instead: 'An answer is pure so that the page can compute it too; reading and writing belong to app.',
  },
  ...shownRooms(JUDGED),
  ...beyondRooms(JUDGED),
  {
    room: 'core/replay',
    sees: CLEAN,
    ...BARE,
    instead: 'A history asked again, change by change; what is asked belongs to the room that the product uses it from, scoring to suites.',
  },
  {
    room: 'core/evaluation',
    sees: CLEAN,
    ...BARE,
    instead: 'How suites are described, cut, scored and said; what one suite asks belongs to core/suites or to the room it judges.',
  },
  {
    room: 'core/calibration',
    sees: [...KNOWLEDGE, 'core/knowledge', 'core/evaluation'],
    ...BARE,
    instead: 'How knowledge is fitted to what people say of themselves; what the fit then judges belongs to knowledge.',
  },
  {
    room: 'core/trials',
    sees: [...CLEAN, 'core/evaluation'],
    ...BARE,
    instead: 'Past moments at which somebody could have asked who comes next, and what then happened; figures over them belong to suites.',
  },
  {
    room: 'core/hindsight',
    sees: [...CLEAN, 'core/evaluation'],
    ...BARE,
    instead:
      'What was forecast of natural absences and what came; how often that was right is said by core/suites, the forecast itself belongs to absence.',
  },
  {
    room: 'core/staging',
    sees: [...CLEAN, 'core/evaluation', ...BEYOND],
    ...BARE,
    instead:
      'Invented companies on the way from facts to signals, and how often these were right; what they are made of belongs to organisation.',
  },
  {
    room: 'core/suites',
    sees: [...CLEAN, 'core/replay', 'core/evaluation', 'core/calibration', 'core/trials', 'core/hindsight', 'core/staging'],
    packages: ['highs'],
    node: false,
    instead: 'A suite only says how often a method was right; the method itself belongs to the room that the product uses it from.',
  },
  ...OUTER_ROOMS,
];
