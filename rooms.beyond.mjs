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

/** `judged`: the rooms up to and with core/world. */
export function beyondRooms(judged) {
  return [
    {
      room: 'core/facts',
      sees: ['core/terms'],
      packages: [],
      node: false,
      instead:
        'What a source says, in the words that all of them share; reading it belongs to sources, judging it to the rooms that follow.',
    },
    {
      room: 'core/joins',
      sees: ['core/terms', 'core/identity', 'core/evidence', 'core/areas', 'core/facts'],
      packages: [],
      node: false,
      instead: 'Who is who and what is where, each guess with its reason; what people then did belongs to folding.',
    },
    {
      room: 'core/scene',
      sees: [...judged, 'core/facts'],
      packages: [],
      node: false,
      instead: 'Facts joined to people and areas and folded into cases; what is noticed in them belongs to signals.',
    },
    {
      room: 'core/facets',
      sees: [...judged, 'core/facts', 'core/scene'],
      packages: [],
      node: false,
      instead:
        'How able people are by capped evidence, and with which access; patterns over time belong to signals, telling it to answers.',
    },
    {
      room: 'core/owners',
      sees: ['core/terms', 'core/areas'],
      packages: [],
      node: false,
      instead:
        'Whom a file names, against who works there, and what cannot be merged; who a name is belongs to joins, telling it to answers.',
    },
    {
      room: 'core/folding',
      sees: [...judged, 'core/facts', 'core/joins', 'core/scene'],
      packages: [],
      node: false,
      instead: 'From facts and joins to the cases of a scene; what a scene holds belongs to scene, what is noticed in it to signals.',
    },
    {
      room: 'core/signals',
      sees: [...judged, 'core/facts', 'core/scene'],
      packages: [],
      node: false,
      instead: 'A signal finds a pattern in a scene; telling it belongs to answers, who looks first to disclosure.',
    },
    {
      room: 'core/beyond',
      sees: [
        ...judged,
        'core/lookup',
        'core/findings',
        'core/answers',
        'core/facts',
        'core/joins',
        'core/scene',
        'core/facets',
        'core/owners',
      ],
      packages: [],
      node: false,
      instead:
        'What is asked of a scene, one file for each question; how it is found out belongs to facets and owners, printing it to report.',
    },
    {
      room: 'core/noticed',
      sees: [...judged, 'core/facts', 'core/scene', 'core/signals'],
      packages: [],
      node: false,
      instead: 'What was noticed, its state over time, and what of it somebody is told; finding it belongs to signals, keeping it to store.',
    },
    {
      room: 'core/organisation',
      sees: ['core/terms', 'core/chance', 'core/identity', 'core/evidence', 'core/facts'],
      packages: [],
      node: false,
      instead:
        'An invented company and what its tools would tell; finding what was planted in it belongs to signals, scoring that to suites.',
    },
  ];
}
