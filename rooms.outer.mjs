import { CORE, EVIDENCE, PURE, SPOKEN } from './rooms.lists.mjs';
import { SHOWN } from './rooms.shown.mjs';

/** Rooms around core: contract, sources, store, app, doors and pages; part of the table in rooms.config.mjs. */
export const OUTER_ROOMS = [
  {
    room: 'contract',
    sees: [...PURE, ...SHOWN],
    packages: ['zod'],
    node: false,
    instead: 'The contract describes shapes; what fills them belongs to app.',
  },
  {
    room: 'sources',
    sees: [...EVIDENCE, 'core/facts'],
    packages: ['ical.js', 'mdast-util-from-markdown', 'yaml', 'yauzl'],
    node: true,
    instead: 'A source only turns the outside world into raw facts; cleaning them belongs to core/evidence, keeping them to store.',
  },
  {
    room: 'store',
    sees: [...EVIDENCE, 'core/facts'],
    packages: ['kysely', 'pg', 'pg-boss'],
    node: true,
    instead: 'The store keeps and finds; reading the world belongs to sources, deciding what to keep to app/actions.',
  },
  {
    room: 'app/configuration',
    sees: [...CORE, 'contract'],
    packages: ['yaml', 'zod'],
    node: true,
    instead: 'Configuration is read and checked here and passed on as values; using them belongs to questions and actions.',
  },
  {
    room: 'app/worlds',
    sees: [...CORE, 'contract', 'app/configuration'],
    packages: [],
    node: true,
    instead: 'From what was read to what questions are asked of; where it was kept belongs to store, what is asked of it to core/answers.',
  },
  {
    room: 'app/people',
    sees: [...CORE, 'store'],
    packages: [],
    node: true,
    instead:
      'Who is who, as people have said and confirmed: for questions and actions alike. Telling it belongs to questions, changing it to actions.',
  },
  {
    room: 'app/questions',
    sees: [...CORE, 'contract', 'store', 'app/configuration', 'app/worlds', 'app/people'],
    packages: [],
    node: true,
    instead: 'A question never writes and never reads a source: that is an action, and the door runs it first.',
  },
  {
    room: 'app/actions',
    sees: [...CORE, 'contract', 'store', 'sources', 'app/configuration', 'app/worlds', 'app/people'],
    packages: ['openid-client', '@simplewebauthn/server'],
    node: true,
    instead: 'An action never answers: ask a question afterwards, from the door.',
  },
  {
    room: 'server',
    sees: [...SPOKEN, 'core/report', 'core/findings', 'contract', 'app/configuration', 'app/worlds', 'app/questions', 'app/actions'],
    packages: ['fastify', '@fastify/cookie', '@fastify/rate-limit', '@fastify/static', 'pino', 'prom-client', 'zod'],
    node: true,
    instead:
      'A door parses, allows, asks or acts, and returns; what it needs from store or sources belongs behind a question or an action.',
  },
  {
    room: 'cli',
    sees: [...SPOKEN, 'core/report', 'contract', 'app/configuration', 'app/worlds', 'app/questions', 'app/actions', 'server'],
    packages: ['commander', 'yaml', 'zod'],
    node: true,
    instead:
      'A door parses, allows, asks or acts, and returns; what it needs from store or sources belongs behind a question or an action.',
  },
  {
    room: 'web',
    sees: [...PURE, ...SHOWN, 'core/retention', 'core/facts', 'contract'],
    packages: null,
    node: false,
    instead: 'The page sees pure core and the contract; what needs the machine is asked over HTTP from the server.',
  },
];
