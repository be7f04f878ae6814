/**
 * Everything in one go, on our own Node.js: database, migrations, demonstration data, accounting simulator, gateway,
 * worker. Started by `start.mjs`; Ctrl-C stops all of it, in reverse.
 */
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lockDataDirectory } from './data-lock.mjs';
import { startPostgres } from './embedded-postgres.mjs';
import { forgetData } from './forget-data.mjs';
import { readOptions } from './options.mjs';
import { databaseProblem, explainFailure, requireFreePort, requireSpace } from './preconditions.mjs';
import { endOn, root, say } from './prepare.mjs';
import { supervise } from './supervised.mjs';
import { watchSources } from './watch.mjs';

const built = (workspace, file) => path.join(root, workspace, 'dist', file);

const toStop = [];
let stopping;

/** Stops whatever has been started, last first; the second Ctrl-C does not wait. */
const stopAll = () => {
  stopping ??= (async () => {
    for (const stop of toStop.reverse()) await stop();
  })();
  return stopping;
};

const main = async () => {
  const startedAt = Date.now();
  const options = readOptions(process.argv.slice(2), process.env);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      say('\nStopping…');
      void stopAll().then(() => process.exit(0));
      process.once('SIGINT', () => process.exit(1));
    });
  }

  await requireSpace(options.dataDirectory);
  const lock = await lockDataDirectory(options.dataDirectory, options.port);
  toStop.push(lock.release);
  await requireFreePort(options.port);
  if (options.reset) await forget(options.dataDirectory);

  const databaseUrl = options.databaseUrl ?? (await startDatabase(options.dataDirectory));
  await migrateDatabase(databaseUrl, options);
  const secretKey = await keptSecret(path.join(options.dataDirectory, 'secret-key'));
  const simulatorToken = await keptSecret(path.join(options.dataDirectory, 'simulator-token'));
  const log = createWriteStream(path.join(options.dataDirectory, 'parvis.log'), { flags: 'a' });

  const simulator = await started({
    name: 'accounting simulator',
    file: built('apps/accounting-simulator', 'main.js'),
    env: {
      SIMULATOR_PORT: String(options.port + 1),
      SIMULATOR_DATA: path.join(options.dataDirectory, 'simulator.sqlite'),
      SIMULATOR_TOKEN: simulatorToken,
    },
    log,
    onStart: lock.started,
  });
  const simulatorUrl = `http://localhost:${simulator.ready.port}/`;

  // Where connections of the demonstration leave files for other programs.
  const exchangeDirectory = path.join(options.dataDirectory, 'exchange');
  await mkdir(exchangeDirectory, { recursive: true });
  const environment = {
    DATABASE_URL: databaseUrl,
    PORT: String(options.port),
    PARVIS_DATA_DIRECTORY: options.dataDirectory,
    PARVIS_SECRET_KEY: secretKey,
    PARVIS_PUBLIC_URL: `http://localhost:${options.port}`,
    PARVIS_EXPLORER: '1',
    // The simulator stands on this machine; an accounting system may stand beside it.
    PARVIS_PRIVATE_TARGETS: '1',
    PARVIS_EXCHANGE_DIRECTORY: exchangeDirectory,
  };
  const demo = options.demo
    ? await loadDemoData({
        ...environment,
        databaseUrl,
        dataDirectory: options.dataDirectory,
        secretKey,
        simulatorUrl,
        simulatorToken,
      })
    : undefined;

  const gateway = await started({
    name: 'gateway',
    file: built('apps/gateway', 'main.js'),
    env: environment,
    log,
    onStart: lock.started,
  });
  const worker = await started({
    name: 'worker',
    file: built('apps/worker', 'main.js'),
    env: environment,
    log,
    onStart: lock.started,
  });
  if (options.watch) toStop.push(watchSources([gateway, worker]));
  welcome({ ...options, simulatorUrl, demo, seconds: (Date.now() - startedAt) / 1000, logPath: log.path });
};

const started = async (process) => {
  say(`Starting the ${process.name}…`);
  const running = await supervise(process);
  toStop.push(running.stop);
  return running;
};

const forget = async (directory) => {
  say('Forgetting the data of earlier starts…');
  await forgetData(directory);
};

const startDatabase = async (directory) => {
  say('Starting PostgreSQL…');
  const postgres = await startPostgres({ dataDirectory: path.join(directory, 'postgres') });
  toStop.push(postgres.stop);
  return postgres.url;
};

const migrateDatabase = async (url, options) => {
  const { migrate } = await import('@parvis/persistence/migrate');
  say('Bringing the database up to date…');
  await migrate(url).catch((error) => {
    throw options.databaseUrl ? databaseProblem(error, url) : error;
  });
};

const loadDemoData = async (settings) => {
  const { loadDemoData: load } = await import(built('tooling/demo-data', 'load-demo-data.js'));
  return load({ ...settings, say });
};

/** A secret made once for each data folder. */
const keptSecret = async (file) => {
  const kept = await readFile(file, 'utf8').catch(() => undefined);
  if (kept) return kept.trim();
  await mkdir(path.dirname(file), { recursive: true });
  const secret = randomBytes(32).toString('base64url');
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
};

const welcome = ({ port, simulatorUrl, demo, seconds, logPath }) => {
  const at = `http://localhost:${port}`;
  const accounts = (demo?.accounts ?? []).map(
    ({ email, password, who }) => `  ${email.padEnd(36)} ${password.padEnd(22)} ${who}`,
  );
  say(`
Parvis is up (${seconds.toFixed(1)} s).

  Supplier app          ${at}/fournisseur/
  Back office           ${at}/administration/
  GraphQL               ${at}/graphql
  Accounting simulator  ${simulatorUrl}
${process.env.PARVIS_SMTP_URL ? '' : `  Mailbox               ${at}/boite-aux-lettres/ (messages stay there: no PARVIS_SMTP_URL)\n`}${accounts.length > 0 ? `\nDemonstration accounts (e-mail, password):\n${accounts.join('\n')}\n` : ''}
Log: ${logPath}
Ctrl-C stops everything.`);
};

await main().catch(async (error) => {
  endOn(explainFailure(error));
  await stopAll();
  process.exit(1);
});
