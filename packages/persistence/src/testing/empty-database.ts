import type { DataSource } from 'typeorm';

/** Whoever points at another comes before it. */
const tables = [
  'applied_status',
  'delivery_lease',
  'delivery',
  'invoice_document',
  'life_cycle_event',
  'invoice',
  'accounting_connection',
  'invoice_number',
  'deposit_key',
  'upload',
  'session',
  'failed_sign_in',
  'membership',
  'person',
  'service',
  'structure',
];

const appendOnly = ['invoice', 'life_cycle_event', 'invoice_document'];

/** Empties a test's database, evidence included: a hundred times quicker than making another one. */
export const emptyDatabase = async (dataSource: DataSource): Promise<void> => {
  const guards = (act: 'ENABLE' | 'DISABLE') =>
    appendOnly.map((table) => `ALTER TABLE ${table} ${act} TRIGGER USER`);
  const statements = [
    ...guards('DISABLE'),
    ...tables.map((table) => `DELETE FROM ${table}`),
    'DELETE FROM pgboss.job',
    ...guards('ENABLE'),
  ];
  await dataSource.transaction((manager) => manager.query(statements.join(';')));
};
