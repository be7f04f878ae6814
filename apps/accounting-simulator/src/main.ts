import { readConfig } from './config.js';
import { startSimulator } from './server.js';

const main = async (): Promise<void> => {
  const simulator = await startSimulator(readConfig(process.env));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.stop().then(() => process.exit(0)));
  }
  console.log(JSON.stringify({ ready: 'accounting-simulator', port: simulator.port, url: simulator.url }));
};

await main().catch((error: unknown) => {
  console.error(`accounting simulator: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
