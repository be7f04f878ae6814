/** `npm start`: installs what is missing, builds, and hands over to `serve.mjs` on our own Node.js. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build, endOn, install, nodePath, ownRuntime, root } from './prepare.mjs';

const HELP = `npm start [-- options]

  --reset      forget the data of earlier starts and begin again
  --empty      no demonstration data
  --data DIR   where the data lives (default: .parvis in this folder)
  --watch      build again and restart when a source changes (npm run dev)

  PORT          the one port everything is served on (default 4000)
  DATABASE_URL  a PostgreSQL of your own instead of the one brought along
`;

const main = async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return process.stdout.write(HELP);
  await install();
  await build();
  const child = spawn(nodePath(), [path.join(root, 'tooling/launcher/serve.mjs'), ...args], {
    cwd: root,
    env: { ...process.env, ...ownRuntime() },
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to both of us: the child stops everything, we only wait for it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => signal !== 'SIGINT' && child.kill(signal));
  }
  child.once('exit', (code) => process.exit(code ?? 0));
};

await main().catch(endOn);
