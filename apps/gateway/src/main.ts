import 'reflect-metadata';
import { ConnectorNotLoaded } from '@parvis/connector-kit/load-kinds';
import { startComposedGateway } from './composition.js';
import { ConfigError, readConfig } from './config.js';
import { makeLog } from './log.js';

const STOP_WITHIN_MS = 5000;

/** Starts, says so in one line of JSON, and stops when told to. */
const main = async (): Promise<void> => {
  const config = readConfig(process.env);
  const log = makeLog(config.logLevel);
  const gateway = await startComposedGateway(config, log);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    // Whatever hangs does not keep the process.
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await gateway.stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stop().catch((failure) => {
        log.error({ err: failure }, 'stopping failed');
        process.exitCode = 1;
      });
    });
  }
  process.stdout.write(`${JSON.stringify({ ready: 'gateway', port: gateway.port })}\n`);
};

await main().catch((failure: unknown) => {
  // A sentence for what a person can mend; the whole trace for what nobody foresaw.
  const text =
    failure instanceof ConfigError || failure instanceof ConnectorNotLoaded
      ? failure.message
      : failure instanceof Error
        ? failure.stack
        : failure;
  process.stderr.write(`${String(text)}\n`);
  process.exitCode = 1;
});
