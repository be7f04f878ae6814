import type { AskingStore } from '@parvis/application/people/asking-store';
import type { EntityManager } from 'typeorm';

export const askingStore = (manager: EntityManager): AskingStore => ({
  since: async (subject, moment) => {
    await manager.query("SELECT pg_advisory_xact_lock(hashtextextended('asking ' || $1, 0))", [subject]);
    const rows: { asked_at: Date }[] = await manager.query(
      'SELECT asked_at FROM asking WHERE subject = $1 AND asked_at >= $2 ORDER BY asked_at',
      [subject, moment],
    );
    return rows.map(({ asked_at: at }) => at);
  },
  add: async (subject, at) => {
    await manager.query('INSERT INTO asking (subject, asked_at) VALUES ($1, $2)', [subject, at]);
  },
  removeBefore: async (moment) => {
    const [, removed]: [unknown, number] = await manager.query('DELETE FROM asking WHERE asked_at < $1', [
      moment,
    ]);
    return removed;
  },
});
