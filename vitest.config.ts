import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const conditions = ['understudy-source'];

/** Tests that need a database: they run on SQLite and on a PostgreSQL that is started for them. */
const DATABASES = ['src/store/{database,backup,jobs,team,accounts,signing-in,people,privacy}/**/*.test.ts', 'test/databases/**/*.test.ts'];

const FOLDER = 'test/one-temporary-folder.ts';

/**
 * A test that waits too long says so after these milliseconds. They are there for what never ends: nothing but a figure of
 * speed may hang on how busy the machine is.
 */
const [SOON, LATER, POLLED] = [240_000, 600_000, 60_000];

/**
 * Five kinds of tests, one run: `unit` beside the code, `databases` (what touches a database, on each engine), `walls` (the house itself and its docs), `golden` (scripted
 * repositories through the whole product) and `journeys` (command line, HTTP and browser, on the built product).
 * `npx vitest run --project unit` runs one kind; a path runs one file.
 */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    passWithNoTests: false,
    reporters: ['default', './scripts/closing-line.ts'],
    maxWorkers: Math.min(2, availableParallelism()),
    // Workers and threads that a test starts find the sources too.
    execArgv: ['--conditions=understudy-source'],
    expect: { poll: { timeout: POLLED } },
    env: {
      TZ: 'UTC',
      LC_ALL: 'C.UTF-8',
      NO_COLOR: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      // Hundreds of threads and processes begin with the same files of the product: each is compiled once.
      NODE_COMPILE_CACHE: join(import.meta.dirname, '.tools/compiled'),
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: DATABASES,
          globalSetup: [FOLDER],
          testTimeout: SOON,
          hookTimeout: SOON,
        },
      },
      {
        extends: true,
        test: {
          name: 'databases',
          include: DATABASES,
          globalSetup: [FOLDER, 'test/databases/postgres-server.ts'],
          testTimeout: LATER,
          hookTimeout: LATER,
        },
      },
      {
        extends: true,
        test: { name: 'walls', include: ['test/walls/**/*.test.ts'], globalSetup: [FOLDER], testTimeout: LATER, hookTimeout: LATER },
      },
      {
        extends: true,
        test: {
          name: 'golden',
          globalSetup: [FOLDER],
          include: ['test/golden/**/*.test.ts', 'test/conformance/**/*.test.ts'],
          testTimeout: LATER,
          hookTimeout: LATER,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: [FOLDER, 'test/journeys/build-first.ts'],
          testTimeout: LATER,
          hookTimeout: LATER,
        },
      },
    ],
  },
});
