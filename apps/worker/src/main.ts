import { ConnectorNotLoaded } from '@parvis/connector-kit/load-kinds';
import { startComposedWorker } from './composition.js';
import { ConfigError, readConfig } from './config.js';
import { makeLog } from './log.js';

const STOP_WITHIN_MS = 5000;

const NO_MAIL =
  'PARVIS_SMTP_URL is not set: no mail leaves, so that nobody can sign up, nor get a new password. Set it and PARVIS_MAIL_FROM.';

/** Starts, says so in one line of JSON, and stops when told to. */
const main = async (): Promise<void> => {
  const config = readConfig(process.env);
  const log = makeLog(config.logLevel);
  if (config.production && !config.smtp) {
    log.warn(NO_MAIL);
    process.stderr.write(`${NO_MAIL}\n`);
  }
  const worker = await startComposedWorker(config, log);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // A job may wait for a slow stranger: it is made to be cut short and done again.
    setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
    await worker.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop().catch((failure: unknown) => {
        log.error({ err: failure }, 'stopping failed');
        process.exitCode = 1;
      });
    });
  }
  process.stdout.write(`${JSON.stringify({ ready: 'worker' })}\n`);
};

await main().catch((failure: unknown) => {
  // A sentence for what a person can mend; the whole trace for what nobody foresaw.
  const known = failure instanceof ConfigError || failure instanceof ConnectorNotLoaded;
  const text = known || !(failure instanceof Error) ? String(failure) : failure.stack;
  process.stderr.write(`${known ? failure.message : text}\n`);
  process.exitCode = 1;
});
