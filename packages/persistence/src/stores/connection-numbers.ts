import type { DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import type {
  ConnectionNumberStore,
  GivenNumber,
} from '@parvis/application/accounting/connection-number-store';
import type { EntityManager } from 'typeorm';

/** As the driver gives it: a bigint is text. */
interface NumberRow {
  readonly key: DeliveryKey;
  readonly number: string;
  readonly given_at: Date;
  readonly note: string | null;
}

const columns = 'key, number, given_at, note';

export const connectionNumbers = (manager: EntityManager): ConnectionNumberStore => {
  const select = async (rest: string, parameters: readonly unknown[]): Promise<GivenNumber[]> => {
    const rows: NumberRow[] = await manager.query(
      `SELECT ${columns} FROM connection_number WHERE recipient_id = $1 AND sequence = $2 AND ${rest}`,
      [...parameters],
    );
    return rows.map(toGiven);
  };
  return {
    next: async (recipientId, sequence, key, { first, at }) => {
      // One at a time in a sequence: two that read the same last number would give the next one twice.
      await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
        `connection number ${recipientId} ${sequence}`,
      ]);
      const [known] = await select('key = $3', [recipientId, sequence, key]);
      if (known) return known;
      const [given]: NumberRow[] = await manager.query(
        `INSERT INTO connection_number (recipient_id, sequence, key, number, given_at)
         SELECT $1, $2, $3, greatest(coalesce(max(number), 0) + 1, $4), $5
         FROM connection_number WHERE recipient_id = $1 AND sequence = $2
         RETURNING ${columns}`,
        [recipientId, sequence, key, first, at],
      );
      if (!given) throw new Error(`no number could be given to ${key} in ${sequence}`);
      return toGiven(given);
    },
    find: async (recipientId, sequence, key) =>
      (await select('key = $3', [recipientId, sequence, key])).at(0),
    note: async (recipientId, sequence, key, note) => {
      const updated: [unknown[], number] = await manager.query(
        'UPDATE connection_number SET note = $4 WHERE recipient_id = $1 AND sequence = $2 AND key = $3',
        [recipientId, sequence, key, note],
      );
      if (updated[1] !== 1) throw new Error(`no number was given to ${key} in ${sequence}`);
    },
    after: (recipientId, sequence, number, limit) =>
      select('number > $3 ORDER BY number LIMIT $4', [recipientId, sequence, number, limit]),
  };
};

const toGiven = ({ key, number, given_at, note }: NumberRow): GivenNumber => ({
  key,
  number: Number(number),
  givenAt: given_at,
  ...(note === null ? {} : { note }),
});
