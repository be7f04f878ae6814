import type { WarningLedger } from '@parvis/application/people/round/warning-ledger';
import type { EntityManager } from 'typeorm';

export const warningLedger = (manager: EntityManager): WarningLedger => ({
  note: async (key, at) => {
    const rows: unknown[] = await manager.query(
      `INSERT INTO warning_given (warning_key, given_at) VALUES ($1, $2)
      ON CONFLICT DO NOTHING RETURNING warning_key`,
      [key, at],
    );
    return rows.length === 1;
  },
});
