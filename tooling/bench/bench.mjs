/** `npm run bench`: installs and builds what is missing, then measures on our own Node.js. `--json` is for machines. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build, endOn, install, nodePath, ownRuntime, root } from '../launcher/prepare.mjs';

/** What machines read is nothing but the figures. */
const aside = (text) => process.stderr.write(`${text}\n`);

const main = async () => {
  await install(aside);
  await build(aside);
  const { status } = spawnSync(
    nodePath(),
    [path.join(root, 'tooling/bench/measure.mjs'), ...process.argv.slice(2)],
    { cwd: root, env: { ...process.env, ...ownRuntime() }, stdio: 'inherit' },
  );
  process.exitCode = status ?? 1;
};

await main().catch(endOn);
