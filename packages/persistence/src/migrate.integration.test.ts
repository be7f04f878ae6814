import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyMigrations, MigrationProblem, migrate, readMigrations } from './migrate.js';
import { createBareDatabase, type TestDatabase } from './testing/test-database.js';

describe('migrations', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await createBareDatabase();
  });
  afterEach(() => database.close());

  const query = async <Row extends object>(text: string): Promise<Row[]> => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  };

  test('bring an empty database up to date, queues included, and then have nothing left to do', async () => {
    await migrate(database.url);
    await migrate(database.url);
    expect(await applyMigrations(database.url)).toEqual([]);
    const applied = await query<{ name: string }>('SELECT name FROM parvis_migration ORDER BY name');
    expect(applied).toEqual((await readMigrations()).map(({ name }) => ({ name })));
    const queues = await query<{ name: string }>('SELECT name FROM pgboss.queue');
    expect(queues.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['route-invoice', 'deliver-invoice', 'pull-statuses', 'deliver-invoice-dead']),
    );
  });

  test('are applied once by several processes that start at the same moment', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(database.url)));
    const all = (await readMigrations()).map(({ name }) => name);
    expect(applied.flat().sort()).toEqual(all);
  });

  test('refuse a file that was edited after it had been applied', async () => {
    const [first, ...rest] = await readMigrations();
    if (!first) throw new Error('there is a first migration');
    await applyMigrations(database.url);
    const edited = [{ ...first, checksum: '0'.repeat(64) }, ...rest];
    await expect(applyMigrations(database.url, edited)).rejects.toThrow(MigrationProblem);
  });

  test('refuse a database that a newer version has changed', async () => {
    await applyMigrations(database.url);
    const older = (await readMigrations()).slice(0, -1);
    await expect(applyMigrations(database.url, older)).rejects.toThrow(/newer/);
  });

  test('leave nothing of one that fails', async () => {
    const broken = { name: '0001-broken.sql', sql: 'CREATE TABLE half (); SELECT nothing', checksum: 'x' };
    await expect(applyMigrations(database.url, [broken])).rejects.toThrow('0001-broken.sql');
    expect(await query("SELECT 1 FROM pg_tables WHERE tablename = 'half'")).toEqual([]);
    expect(await query('SELECT 1 FROM parvis_migration')).toEqual([]);
  });

  test('keep structures of before, by the SIRET they had', async () => {
    const all = await readMigrations();
    await applyMigrations(
      database.url,
      all.filter(({ name }) => name < '0005'),
    );
    await query(`
      INSERT INTO structure (structure_id, side, siret, name, active, kind, town, plain_name, plain_town) VALUES
        ('01900000-0000-7000-8000-000000000001', 'supplier', '00000012500013', 'Papeterie', true, NULL, NULL, 'papeterie', ''),
        ('01900000-0000-7000-8000-000000000002', 'publicEntity', '00000210500013', 'Hôpital', true, 'hospital', 'Valmont', 'hopital', 'valmont');
      INSERT INTO service (structure_id, code, name, active, position)
        VALUES ('01900000-0000-7000-8000-000000000002', 'PHARMACIE', 'Pharmacie', true, 0)`);
    await applyMigrations(database.url);
    const kept = await query(
      'SELECT identifier_type, identifier, siret, kind, country FROM structure ORDER BY side',
    );
    expect(kept).toEqual([
      {
        identifier_type: 'SIRET',
        identifier: '00000210500013',
        siret: '00000210500013',
        kind: 'hospital',
        country: 'FR',
      },
      {
        identifier_type: 'SIRET',
        identifier: '00000012500013',
        siret: '00000012500013',
        kind: 'privateCompany',
        country: 'FR',
      },
    ]);
    expect(await query('SELECT code, active FROM service')).toEqual([{ code: 'PHARMACIE', active: true }]);
  });

  test('put the recipient first in every key of the tables that grow with invoices', async () => {
    await applyMigrations(database.url);
    const keys = await query<{ table: string; key: string }>(`
      SELECT conrelid::regclass::text AS table, pg_get_constraintdef(oid) AS key
      FROM pg_constraint WHERE contype IN ('p', 'u')`);
    const growing = [
      'invoice',
      'life_cycle_event',
      'invoice_document',
      'delivery',
      'delivery_lease',
      'applied_status',
    ];
    for (const table of growing) {
      const found = keys.filter((row) => row.table === table).map(({ key }) => key);
      expect(found.length, table).toBeGreaterThan(0);
      for (const key of found) expect(key, table).toMatch(/^(PRIMARY KEY|UNIQUE) \(recipient_id,/);
    }
  });
});
