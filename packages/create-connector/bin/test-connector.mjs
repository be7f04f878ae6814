#!/usr/bin/env node
/** `test-connector`: builds the connector in this folder and runs its contract suite, on the Node.js that Parvis brings. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { nodePath, root } from '@parvis/launcher/prepare';

const step = (script, args) => {
  const { status } = spawnSync(nodePath(), [path.join(root, 'node_modules', script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, PARVIS_ROOT: root },
  });
  if (status !== 0) process.exit(status ?? 1);
};

if (!existsSync(path.join(root, 'apps/accounting-simulator/dist/main.js'))) {
  process.stderr.write(`Parvis is not built: run "npm run build" in ${root}, then again.\n`);
  process.exit(2);
}
step('typescript/bin/tsc', ['-p', '.']);
step('vitest/vitest.mjs', ['run', ...process.argv.slice(2)]);
