import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sins } from './paper/sins.js';

const outcomes = z.object({
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })) }),
  ),
});

/** Runs the contract against every sinner in one vitest of its own, and tells which of its tests failed. */
const failuresOfSinners = async (folder: string): Promise<readonly string[]> => {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const config = path.join(folder, 'vitest.config.mjs');
  const report = path.join(folder, 'report.json');
  const test = { include: ['sinners.ts'], reporters: ['json'], outputFile: report };
  await writeFile(config, `export default ${JSON.stringify({ root: here, test })};`);
  const vitest = path.join(
    path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
    'vitest.mjs',
  );
  // Without what this vitest tells its own workers.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
  const child = spawn(process.execPath, [vitest, 'run', '--config', config], { stdio: 'ignore', env });
  await once(child, 'exit');
  const { testResults } = outcomes.parse(JSON.parse(await readFile(report, 'utf8')));
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ fullName }) => fullName);
};

describe('the contract suite', () => {
  let folder = '';
  let failures: readonly string[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'parvis-sinners-'));
    failures = await failuresOfSinners(folder);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(Object.entries(sins))('catches a connector that %s', (name, { caughtBy }) => {
    const caught = failures.filter((failure) => failure.startsWith(`the ${name} connector `));
    expect(caught).toContainEqual(expect.stringContaining(caughtBy));
  });
});
