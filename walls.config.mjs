/**
 * The arrows of the house as dependency-cruiser reads them, made from the table of rooms. Each rule says where a thing
 * belongs instead.
 */
import { ROOMS } from './rooms.config.mjs';

const inRoom = (rooms) => rooms.map((room) => `^src/${room}/`);
/** Tests beside the code may also use the invented world, the test libraries, and what others have published to test against. */
const TEST = '\\.test\\.tsx?$';
const TEST_LIBRARIES = ['vitest', 'fast-check'];
const PUBLISHED_CASES = ['standardwebhooks', '@octokit/webhooks-examples', '@octokit/openapi-webhooks', 'ajv'];
const TEST_PACKAGES = [...TEST_LIBRARIES, ...PUBLISHED_CASES];
const packagePath = (names) => `node_modules/(@types/)?(${names.join('|')})/`;

const arrows = ROOMS.map(({ room, sees, instead }) => ({
  name: `${room} sees`,
  severity: 'error',
  comment: instead,
  from: { path: `^src/${room}/`, ...(room.startsWith('core/') ? { pathNot: TEST } : {}) },
  to: { path: '^src/', pathNot: inRoom([room, ...sees]).concat('^src/core/ambient\\.d\\.ts$') },
}));

const packages = ROOMS.filter((room) => room.packages !== null).map(({ room, packages: allowed }) => ({
  name: `${room} packages`,
  severity: 'error',
  comment: `Only ${allowed.join(', ') || 'no package'} here: a new package is a decision (docs/runbooks/new-dependency.md) and a line in rooms.outer.mjs or rooms.config.mjs.`,
  from: { path: `^src/${room}/` },
  to: { path: 'node_modules/', pathNot: packagePath([...allowed, ...TEST_PACKAGES]) },
}));

const machine = ROOMS.filter((room) => !room.node).map(({ room }) => ({
  name: `${room} machine`,
  severity: 'error',
  comment: 'Files, network, clock and environment belong to sources, store or a door; here they arrive as values.',
  from: { path: `^src/${room}/`, pathNot: TEST },
  to: { dependencyTypes: ['core'] },
}));

const rest = [
  {
    name: 'tests of core',
    severity: 'error',
    comment: 'A test beside a formula may set the scene with any room of core; one that needs more than core belongs below test/.',
    from: { path: `^src/core/.*${TEST}` },
    to: { path: '^src/', pathNot: '^src/core/' },
  },
  {
    name: 'no loops',
    severity: 'error',
    comment: 'Two files that need each other are one file, or both need a third one to the left of them. Type imports count.',
    from: { path: '^src/' },
    to: { circular: true },
  },
  {
    name: 'imports exist',
    severity: 'error',
    comment: 'An import that leads nowhere: a file was moved or removed.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'product sees product',
    severity: 'error',
    comment: 'What the product needs belongs below src/; test, bench and scripts are not shipped.',
    from: { path: '^src/', pathNot: TEST },
    to: { path: '^(test|bench|scripts)/' },
  },
  {
    name: 'shipped packages are dependencies',
    severity: 'error',
    comment: 'The installed command has no dev dependencies; move the package to dependencies, or bundle it in web.',
    from: { path: '^src/', pathNot: ['^src/web/', TEST] },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
  },
];

export default {
  forbidden: [...arrows, ...packages, ...machine, ...rest],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['understudy-source', 'import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css', '.d.ts'],
    },
  },
};
