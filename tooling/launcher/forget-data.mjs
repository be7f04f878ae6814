/** `npm start -- --reset`: what earlier starts left in the data folder, its secrets and its logs excepted. */
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { isLiveServer, notedServer, stopServer } from './postgres-process.mjs';
import { Problem } from './prepare.mjs';

const forgotten = [
  'postgres',
  'documents',
  'simulator.sqlite',
  'simulator.sqlite-wal',
  'simulator.sqlite-shm',
  // Says that the demonstration was told into the database that goes.
  'demo-data.json',
];

/** A killed start leaves its PostgreSQL running: it is stopped before its files are taken away under it. */
export const forgetData = async (directory) => {
  const cluster = path.join(directory, 'postgres');
  const server = notedServer(cluster);
  if (server && isLiveServer(server.pid)) await stopServer(cluster, server.pid);
  if (server && isLiveServer(server.pid)) {
    throw new Problem(
      `A PostgreSQL (process ${server.pid}) holds the data in ${cluster} and does not stop. End it (kill -9 ${server.pid}), then reset again.`,
    );
  }
  for (const name of forgotten) await rm(path.join(directory, name), { recursive: true, force: true });
};
