/** What sections that need a database or a gateway share. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '@parvis/launcher/embedded-postgres';
import { freePort } from '@parvis/launcher/postgres-process';
import { root } from '@parvis/launcher/prepare';

const quantile = (figures, share) => {
  const sorted = figures.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
};

export const summary = (figures) => ({
  p50: quantile(figures, 0.5),
  p95: quantile(figures, 0.95),
  most: Math.max(...figures),
});

export const timed = async (act) => {
  const start = performance.now();
  const answer = await act();
  return [performance.now() - start, answer];
};

export const throwAwayPostgres = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parvis-bench-'));
  chmodSync(folder, 0o755);
  const server = await startPostgres({ dataDirectory: path.join(folder, 'postgres'), durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, stop };
};

/** Runs an act against a gateway of its own, given its address. */
export const withGateway = async (url, secret, act) => {
  const data = mkdtempSync(path.join(tmpdir(), 'parvis-bench-data-'));
  const port = await freePort();
  const gateway = spawn(process.execPath, [path.join(root, 'apps/gateway/dist/main.js')], {
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL: url,
      PARVIS_DATA_DIRECTORY: data,
      PARVIS_SECRET_KEY: secret,
      PARVIS_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const address = `http://localhost:${port}`;
  try {
    await answering(`${address}/readyz`);
    return await act(address);
  } finally {
    const ended = new Promise((resolve) => gateway.once('exit', resolve));
    gateway.kill();
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
};

const answering = async (address) => {
  for (const until = Date.now() + 30_000; Date.now() < until; ) {
    const response = await fetch(address).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${address} does not answer`);
};
