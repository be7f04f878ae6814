import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '@parvis/launcher/embedded-postgres';
import { freePort, notedServer } from '@parvis/launcher/postgres-process';
import { migrate } from '@parvis/persistence/migrate';
import type { TestDatabase } from '@parvis/persistence/testing/test-database';
import { eventually } from './api.js';

/** A PostgreSQL server of one's own, as durable as in production, that can die and come back on the same port. */
export interface OwnDatabase extends TestDatabase {
  /** Immediate stop: nothing is written out, every connection is cut; the next start recovers from the log. */
  die(): Promise<void>;
  comeBack(): Promise<void>;
}

export const startOwnDatabase = async (): Promise<OwnDatabase> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'parvis-own-database-'));
  // PostgreSQL's own user must be able to walk in.
  await chmod(folder, 0o755);
  const dataDirectory = path.join(folder, 'postgres');
  const port = await freePort();
  let server = await startPostgres({ dataDirectory, port });
  await migrate(server.url);
  return {
    url: server.url,
    die: async () => {
      const { pid } = notedServer(dataDirectory) ?? {};
      if (pid === undefined) throw new Error('the database is dead already');
      process.kill(pid, 'SIGQUIT');
      await eventually(
        async () => notedServer(dataDirectory),
        (noted) => noted === undefined,
      );
    },
    comeBack: async () => {
      server = await startPostgres({ dataDirectory, port });
    },
    close: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
