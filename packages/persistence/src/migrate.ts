import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { prepareQueues } from './prepare-queues.js';

const folder = new URL('../migrations/', import.meta.url);

/** Any number will do, as long as every Parvis takes the same. */
const LOCK = 7_274_847;

/** The database and the migrations of this version do not fit together; the message says what to do. */
export class MigrationProblem extends Error {}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Brings the database up to date: our tables, then the job queues. Safe to call from several processes at once. */
export const migrate = async (url: string): Promise<void> => {
  await applyMigrations(url);
  await prepareQueues(url);
};

/** Applies what is missing, in order, each in a transaction of its own; returns the names of those applied now. */
export const applyMigrations = async (url: string, migrations?: readonly Migration[]): Promise<string[]> => {
  const wanted = migrations ?? (await readMigrations());
  const client = new Client({ connectionString: url, application_name: 'parvis-migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const missing = missingOf(wanted, await appliedIn(client));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
};

/** The migrations of this version, in order. Line ends do not count: a checkout on Windows may change them. */
export const readMigrations = async (): Promise<Migration[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
};

const appliedIn = async (client: Client): Promise<Map<string, string>> => {
  await client.query(`
    CREATE TABLE IF NOT EXISTS parvis_migration (
      name text PRIMARY KEY,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM parvis_migration ORDER BY name',
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
};

const missingOf = (wanted: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] => {
  for (const name of applied.keys()) {
    if (wanted.some((migration) => migration.name === name)) continue;
    throw new MigrationProblem(
      `The database holds the migration ${name}, which this version of Parvis does not know: it was made by a newer one. Start that version, or a database of its own for this one.`,
    );
  }
  for (const { name, checksum } of wanted) {
    if (!applied.has(name) || applied.get(name) === checksum) continue;
    throw new MigrationProblem(
      `The migration ${name} was edited after it had been applied. Bring the file back as it was and write the change as a new migration.`,
    );
  }
  return wanted.filter(({ name }) => !applied.has(name));
};

const apply = async (client: Client, { name, sql, checksum }: Migration): Promise<void> => {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query('INSERT INTO parvis_migration (name, checksum) VALUES ($1, $2)', [name, checksum]);
    await client.query('COMMIT');
  } catch (failure) {
    await client.query('ROLLBACK');
    throw new Error(`migration ${name} failed`, { cause: failure });
  }
};
