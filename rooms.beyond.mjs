/** Rooms of what sources beyond git tell, and what is noticed in it: part of the table in rooms.config.mjs. */
export const BEYOND = [
  'core/facts',
  'core/joins',
  'core/scene',
  'core/folding',
  'core/facets',
  'core/owners',
  'core/signals',
  'core/beyond',
  'core/noticed',
  'core/organisation',
];

/** Each sees `beside`, and where `judged` is true all rooms up to and with core/world. */
const TABLE = [
  {
    room: 'core/facts',
    judged: false,
    beside: ['core/terms'],
    packages: [],
    instead: 'What a source says, in the words that all of them share; reading it belongs to sources, judging it to the rooms that follow.',
  },
  {
    room: 'core/joins',
    judged: false,
    beside: ['core/terms', 'core/identity', 'core/evidence', 'core/areas', 'core/facts'],
    packages: [],
    instead: 'Who is who and what is where, each guess with its reason; what people then did belongs to folding.',
  },
  {
    room: 'core/scene',
    judged: true,
    beside: ['core/facts'],
    packages: [],
    instead: 'Facts joined to people and areas and folded into cases; what is noticed in them belongs to signals.',
  },
  {
    room: 'core/facets',
    judged: true,
    beside: ['core/facts', 'core/scene'],
    packages: [],
    instead: 'How able people are by capped evidence, and with which access; patterns over time belong to signals, telling it to answers.',
  },
  {
    room: 'core/owners',
    judged: false,
    beside: ['core/terms', 'core/areas'],
    packages: [],
    instead:
      'Whom a file names, against who works there, and what cannot be merged; who a name is belongs to joins, telling it to answers.',
  },
  {
    room: 'core/folding',
    judged: true,
    beside: ['core/facts', 'core/joins', 'core/scene'],
    packages: [],
    instead: 'From facts and joins to the cases of a scene; what a scene holds belongs to scene, what is noticed in it to signals.',
  },
  {
    room: 'core/signals',
    judged: true,
    beside: ['core/facts', 'core/scene'],
    packages: [],
    instead: 'A signal finds a pattern in a scene; telling it belongs to answers, who looks first to disclosure.',
  },
  {
    room: 'core/beyond',
    judged: true,
    beside: ['core/lookup', 'core/findings', 'core/answers', 'core/facts', 'core/joins', 'core/scene', 'core/facets', 'core/owners'],
    packages: [],
    instead:
      'What is asked of a scene, one file for each question; how it is found out belongs to facets and owners, printing it to report.',
  },
  {
    room: 'core/noticed',
    judged: true,
    beside: ['core/facts', 'core/scene', 'core/signals'],
    packages: [],
    instead: 'What was noticed, its state over time, and what of it somebody is told; finding it belongs to signals, keeping it to store.',
  },
  {
    room: 'core/organisation',
    judged: false,
    beside: ['core/terms', 'core/chance', 'core/identity', 'core/evidence', 'core/facts'],
    packages: [],
    instead:
      'An invented company and what its tools would tell; finding what was planted in it belongs to signals, scoring that to suites.',
  },
];

/** `judged`: the rooms up to and with core/world. */
export function beyondRooms(judged) {
  return TABLE.map(({ beside, judged: all, ...row }) => ({ ...row, sees: all ? [...judged, ...beside] : beside, node: false }));
}
