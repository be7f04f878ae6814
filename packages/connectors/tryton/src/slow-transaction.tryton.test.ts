import { randomUUID } from 'node:crypto';
import type { AccountingConnector, StatusCursor } from '@parvis/application/accounting/accounting-connector';
import { aDelivery } from '@parvis/connector-kit/testing/contract-envelope';
import pg from 'pg';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { makeAccountant } from './testing/accountant.js';
import { settingsOf, type TestTryton } from './testing/tryton-harness.js';
import { trytonKind } from './tryton-kind.js';

declare module 'vitest' {
  interface ProvidedContext {
    tryton: TestTryton | { readonly missing: string };
  }
}

const there = (): TestTryton => {
  const tryton = inject('tryton');
  if ('missing' in tryton) throw new Error(tryton.missing);
  return tryton;
};

const open = (): AccountingConnector =>
  trytonKind.open(settingsOf(there()), { now: () => new Date(), mark: () => {}, privateTargets: true });

const deliver = async (connector: AccountingConnector) => {
  const { envelope, key } = aDelivery();
  const outcome = await connector.deliver(envelope, key);
  if (outcome.kind !== 'accepted') throw new Error(JSON.stringify(outcome));
  return { key, billId: outcome.reference.id };
};

const readOn = async (connector: AccountingConnector, from: StatusCursor | null) => {
  const told: { readonly key: string | undefined; readonly word: string }[] = [];
  let cursor = from;
  for (;;) {
    const page = await connector.statusesAfter(cursor);
    if (page.kind !== 'page') throw new Error(page.message.en);
    told.push(...page.statuses.map(({ key, sourceCode }) => ({ key, word: sourceCode })));
    cursor = page.next;
    if (!page.more) return { told, cursor };
  }
};

/** PostgreSQL stamps what a transaction writes with the moment at which it began, not the one at which it shows. */
describe('a slow transaction of Tryton', () => {
  beforeEach((context) => {
    const tryton = inject('tryton');
    if ('missing' in tryton) context.skip(tryton.missing);
  });

  it('that shows up behind the cursor is told all the same', async () => {
    const connector = open();
    const { url, accountantUser, accountantPassword, databaseUrl } = there();
    const accountant = makeAccountant({ url, user: accountantUser, password: accountantPassword });
    const slow = await deliver(connector);
    const quick = await deliver(connector);
    const { cursor: before } = await readOn(connector, null);

    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      await client.query('begin');
      await client.query(
        `update account_invoice set state = 'validated', number = $2, write_date = current_timestamp at time zone 'UTC'
         where id = $1`,
        [Number(slow.billId), `LENT-${randomUUID()}`],
      );
      // Stamped later, committed sooner: the cursor goes past the one that is still under way.
      await accountant.post(quick.billId);
      const passed = await readOn(connector, before);
      expect(passed.told).toContainEqual({ key: quick.key, word: 'posted' });
      expect(passed.told.map(({ key }) => key)).not.toContain(slow.key);

      await client.query('commit');
      const after = await readOn(connector, passed.cursor);
      expect(after.told).toContainEqual({ key: slow.key, word: 'validated' });
    } finally {
      await client.end();
    }
  });
});
