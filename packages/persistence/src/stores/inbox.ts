import type { InboxMessage, InboxStore } from '@parvis/application/accounting/exchange-store';
import type { EntityManager } from 'typeorm';

/** As the driver gives it: a bigint is text. */
interface InboxRow {
  readonly recipient_id: string;
  readonly connection_id: string;
  readonly place: string;
  readonly received_at: Date;
  readonly name: string;
  readonly media_type: string;
  readonly sha256: string;
  readonly bytes: Buffer;
}

export const inboxStore = (manager: EntityManager): InboxStore => ({
  add: async ({ recipientId, connectionId, receivedAt, name, mediaType, sha256, bytes }) => {
    // One at a time over a connection, until the end of the transaction: a place that is given earlier is seen earlier,
    // so that whoever reads on from the highest place it saw misses none.
    await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `inbox ${recipientId} ${connectionId}`,
    ]);
    const added: unknown[] = await manager.query(
      `INSERT INTO connection_inbox
         (recipient_id, connection_id, place, received_at, name, media_type, sha256, bytes)
       SELECT $1, $2, coalesce(max(place), 0) + 1, $3, $4, $5, $6, $7
       FROM connection_inbox WHERE recipient_id = $1 AND connection_id = $2
       ON CONFLICT (recipient_id, connection_id, sha256) DO NOTHING
       RETURNING place`,
      [recipientId, connectionId, receivedAt, name, mediaType, sha256, Buffer.from(bytes)],
    );
    return added.length === 1;
  },
  takenSince: async (recipientId, connectionId, since, most) => {
    const [taken]: { messages: string; bytes: string }[] = await manager.query(
      `SELECT count(*) AS messages, coalesce(sum(length), 0) AS bytes
       FROM (
         SELECT received_at, octet_length(bytes) AS length
         FROM connection_inbox
         WHERE recipient_id = $1 AND connection_id = $2
         ORDER BY place DESC LIMIT $4
       ) AS newest
       WHERE received_at >= $3`,
      [recipientId, connectionId, since, most],
    );
    return { messages: Number(taken?.messages), bytes: Number(taken?.bytes) };
  },
  forgetBefore: async (at) => {
    const [, count]: [unknown[], number] = await manager.query(
      `DELETE FROM connection_inbox AS old
       USING accounting_connection AS connection
       WHERE connection.recipient_id = old.recipient_id AND connection.connection_id = old.connection_id
         AND connection.active AND old.received_at < $1
         AND old.place < (
           SELECT max(place) FROM connection_inbox
           WHERE recipient_id = old.recipient_id AND connection_id = old.connection_id
         )`,
      [at],
    );
    return count;
  },
  after: async (recipientId, connectionId, place, limit) => {
    const rows: InboxRow[] = await manager.query(
      `SELECT recipient_id, connection_id, place, received_at, name, media_type, sha256, bytes
       FROM connection_inbox
       WHERE recipient_id = $1 AND connection_id = $2 AND place > $3
       ORDER BY place LIMIT $4`,
      [recipientId, connectionId, place, limit],
    );
    return rows.map(toMessage);
  },
});

const toMessage = (row: InboxRow): InboxMessage => ({
  recipientId: row.recipient_id,
  connectionId: row.connection_id,
  place: Number(row.place),
  receivedAt: row.received_at,
  name: row.name,
  mediaType: row.media_type,
  sha256: row.sha256,
  bytes: Uint8Array.from(row.bytes),
});
