/** `npm run check`: everything about the sources that a machine can judge without running them. */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { build, endOn, install, ownRuntime, Problem, root, run, say } from '../launcher/prepare.mjs';
import { checkFirstLoad } from './first-load.mjs';

const bin = (name) => path.join(root, 'node_modules', '.bin', name);

/** Every workspace's sources. Built files are followed into, never started from. */
const sourceFolders = () =>
  ['apps', 'packages', 'packages/connectors', 'tooling', 'test']
    .flatMap((folder) => readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`))
    .map((workspace) => (existsSync(path.join(root, workspace, 'src')) ? `${workspace}/src` : workspace))
    .filter((folder) => folder !== 'packages/connectors' && folder !== 'test/corpus');

const steps = [
  { name: 'types (build)', act: build },
  { name: 'first load of the web apps', act: checkFirstLoad },
  {
    name: 'rules for the browser',
    // The bundler is there once the dependencies are.
    act: async () => (await import('./browser-rules.mjs')).checkBrowserRules(),
  },
  {
    name: 'official rules: none missing, each with its cases',
    act: async () => {
      await run(process.execPath, ['test/conformance/cases/uncovered.mjs']);
      await run(bin('vitest'), ['run', '--project', 'conformance', 'test/conformance/official-rules']);
    },
  },
  {
    name: 'types of the tests',
    act: () => run(bin('turbo'), ['run', 'typecheck', '--output-logs=errors-only']),
  },
  {
    name: 'lint and formatting',
    act: () => run(bin('biome'), ['ci', '--colors=off', '--error-on-warnings', '.']),
  },
  {
    name: 'lint with types',
    act: () => run(bin('oxlint'), ['--type-aware', '--deny-warnings', 'apps', 'packages', 'test']),
  },
  {
    name: 'import boundaries and circles',
    act: () => run(bin('depcruise'), ['--config', 'tooling/checks/boundaries.cjs', ...sourceFolders()]),
  },
  { name: 'unused files, exports, dependencies', act: () => run(bin('knip'), ['--no-progress']) },
  { name: 'lockfile', act: () => run(process.execPath, ['tooling/checks/lockfile.mjs']) },
  {
    name: 'generated files',
    act: () => run('npm', ['run', '--silent', 'schema', '-w', '@parvis/gateway', '--', '--check']),
  },
];

const main = async () => {
  await install();
  Object.assign(process.env, ownRuntime(), { NO_COLOR: '1' });
  const failures = [];
  for (const { name, act } of steps) {
    const started = Date.now();
    try {
      await act();
      say(`✓ ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failures.push(name);
      say(`✗ ${name}\n${error.message}`);
    }
  }
  if (failures.length > 0) throw new Problem(`Not in order: ${failures.join(', ')}.`);
  say('Everything is in order.');
};

await main().catch(endOn);
