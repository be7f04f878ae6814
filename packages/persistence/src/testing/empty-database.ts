import type { DataSource } from 'typeorm';

/** Empties a test's database, evidence included: a hundred times quicker than making another one. */
export const emptyDatabase = async (dataSource: DataSource): Promise<void> => {
  const tables: { readonly name: string }[] = await dataSource.query(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'parvis_migration'",
  );
  const statements = [
    // No trigger fires, neither ours nor those of foreign keys: evidence goes, and order does not matter.
    'SET LOCAL session_replication_role = replica',
    ...tables.map(({ name }) => `DELETE FROM ${name}`),
    'DELETE FROM pgboss.job',
  ];
  await dataSource.transaction((manager) => manager.query(statements.join(';')));
};
