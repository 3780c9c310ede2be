import type { Reporter, TestModule } from 'vitest/node';

/**
 * Ends every run with one plain line on stdout, `N passed, N failed`, for scripts and people in a hurry.
 * A run in which nothing passed and nothing failed proves nothing and fails.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const file of modules) {
      const tests = [...file.children.allTests()];
      for (const test of tests) count[outcomeOf(test.result().state)] += 1;
      if (!file.ok() && tests.every((test) => test.result().state !== 'failed')) count.failed += 1;
    }
    if (count.passed + count.failed === 0) {
      process.stdout.write('no test ran: that proves nothing\n');
      process.exitCode = 1;
    }
    if (count.skipped > 0) process.stdout.write(`${count.skipped} skipped\n`);
    process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`);
  }
}

function outcomeOf(state: string): 'passed' | 'failed' | 'skipped' {
  return state === 'passed' || state === 'failed' ? state : 'skipped';
}
