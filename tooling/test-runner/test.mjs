/**
 * `npm test`: every test of every package. Installs, builds and sets up what the tests need, runs them all, and ends with
 * one line: `N passed, N failed`, with `, N skipped` where something could not run. Arguments go on to vitest.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, endOn, install, nodePath, ownRuntime, root, say } from '../launcher/prepare.mjs';

const resultFile = path.join(root, 'test-results', 'vitest.json');

/** Each group in a run of its own, in this order: what is quick and cheap fails first. */
const groups = ['unit', 'conformance', 'integration', 'tryton', 'acceptance', 'faults', 'browser'];

const runVitest = (args) => {
  rmSync(resultFile, { force: true });
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`];
  const { status } = spawnSync(nodePath(), [vitest, 'run', '--passWithNoTests', ...args, ...reporters], {
    cwd: root,
    env: { ...process.env, ...ownRuntime() },
    stdio: 'inherit',
  });
  return { status, result: readResult() };
};

const readResult = () => {
  try {
    return JSON.parse(readFileSync(resultFile, 'utf8'));
  } catch {
    return undefined;
  }
};

const count = (run) => {
  if (!run.result) return { passed: 0, failed: 1, skipped: 0, why: ['the test run itself died'] };
  const { numPassedTests: passed, numFailedTests, numPendingTests: skipped, testResults } = run.result;
  // A file that cannot be loaded holds no test that could fail: it counts as one failure itself.
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = numFailedTests + brokenFiles.length;
  return {
    passed,
    failed: failed === 0 && run.status !== 0 ? 1 : failed,
    skipped,
    why: skippedTests(testResults),
  };
};

const skippedTests = (files) =>
  files.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'skipped' || status === 'pending' || status === 'todo')
      .map(({ fullName }) => `${path.relative(root, name)}: ${fullName}`),
  );

const main = async () => {
  await install();
  await build();
  const { installSystemPackages } = await import('./system-packages.mjs');
  const missing = installSystemPackages();
  mkdirSync(path.dirname(resultFile), { recursive: true });

  const args = process.argv.slice(2);
  const runs = args.length > 0 ? [args] : groups.map((group) => ['--project', group]);
  const totals = { passed: 0, failed: 0, skipped: 0, why: [] };
  for (const runArgs of runs) {
    say(`\n── ${runArgs.join(' ')}`);
    const { passed, failed, skipped, why } = count(runVitest(runArgs));
    totals.passed += passed;
    totals.failed += failed;
    totals.skipped += skipped;
    totals.why.push(...why);
  }
  if (totals.why.length > 0) {
    say('\nNOT RUN on this machine:');
    for (const name of totals.why) say(`  - ${name}`);
  }
  if (missing.length > 0)
    say(`\nMissing here and not installable without root and apt: ${missing.join(', ')}.`);
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  say(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`);
  process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
};

await main().catch((error) => {
  endOn(error);
  say('\n0 passed, 1 failed');
});
