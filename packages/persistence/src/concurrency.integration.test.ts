import { hospital, hospitalBooks, stationer } from '@parvis/application/testing/cast';
import { depositEvent, storedInvoice } from '@parvis/application/testing/sample-invoices';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPersistence } from './open-persistence.js';
import { openSampleWorld, type TestWorld } from './testing/sample-world.js';
import { secretKey } from './testing/test-secret.js';

const claim = { supplierId: stationer.structureId, year: 2026, number: 'F-2026-1' };

const signal = () => {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give, given };
};

describe('two processes at once', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openSampleWorld();
  });
  afterEach(() => world.close());

  /** Resolves once a transaction of ours waits for a lock that another one holds. */
  const someoneWaits = async (): Promise<void> => {
    const waiting =
      'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = $1';
    while ((await world.dataSource.query(waiting, ['Lock'])).length === 0);
  };

  test('let exactly one of two deposits of the same number through', async () => {
    const other = await openPersistence({ url: world.url, secretKey });
    const deposit = ({ work }: typeof other, number: number) =>
      work.run(async ({ invoices, numbers }) => {
        const invoice = storedInvoice(number, { number: claim.number });
        const first = await numbers.reserve({ ...claim, ref: invoice.ref });
        if (!first) await invoices.add(invoice, depositEvent, []);
        return first;
      });
    const answers = await Promise.all([deposit(world, 1), deposit(other, 2)]);
    await other.close();
    const kept = await world.lists.page(
      { scope: { recipients: [{ structureId: hospital.structureId }] } },
      'newestFirst',
      {
        limit: 10,
      },
    );
    expect(kept.rows).toHaveLength(1);
    expect(answers.filter((first) => first === undefined)).toHaveLength(1);
    expect(answers).toContainEqual(kept.rows[0]?.ref);
  });

  test('give the number to the second when the first fails', async () => {
    const [reserved, fail] = [signal(), signal()];
    const first = world.work.run(async ({ numbers }) => {
      await numbers.reserve({ ...claim, ref: storedInvoice(1).ref });
      reserved.give();
      await fail.given;
      throw new Error('the machine stopped');
    });
    await reserved.given;
    const second = world.work.run(({ numbers }) => numbers.reserve({ ...claim, ref: storedInvoice(2).ref }));
    await someoneWaits();
    fail.give();
    await expect(first).rejects.toThrow('the machine stopped');
    expect(await second).toBeUndefined();
  });

  test('make a change wait for the one under way, and show it what that one did', async () => {
    const invoice = storedInvoice(1);
    await world.work.run(({ invoices }) => invoices.add(invoice, depositEvent, []));
    const [locked, go] = [signal(), signal()];
    const first = world.work.run(async ({ invoices }) => {
      const current = await invoices.findForChange(invoice.ref);
      locked.give();
      await go.given;
      if (current) await invoices.append({ ...current, sequence: 2 }, { ...depositEvent, sequence: 2 }, []);
    });
    await locked.given;
    const second = world.work.run(
      async ({ invoices }) => (await invoices.findForChange(invoice.ref))?.sequence,
    );
    await someoneWaits();
    go.give();
    await first;
    expect(await second).toBe(2);
  });

  test('tell a story again when the database had to stop it for another', async () => {
    const [one, two] = [storedInvoice(1), storedInvoice(2)];
    await world.work.run(async ({ invoices }) => {
      for (const invoice of [one, two]) await invoices.add(invoice, depositEvent, []);
    });
    const [firstHolds, secondHolds] = [signal(), signal()];
    let tellings = 0;
    const lockBoth = (
      first: typeof one,
      then: typeof one,
      mine: typeof firstHolds,
      theirs: typeof firstHolds,
    ) =>
      world.work.run(async ({ invoices }) => {
        tellings += 1;
        await invoices.findForChange(first.ref);
        mine.give();
        await theirs.given;
        await invoices.findForChange(then.ref);
      });
    await Promise.all([
      lockBoth(one, two, firstHolds, secondHolds),
      lockBoth(two, one, secondHolds, firstHolds),
    ]);
    expect(tellings).toBe(3);
  });

  test('is refused to a story inside a story', async () => {
    const nested = world.work.run(() => world.work.run(async () => 'inside'));
    await expect(nested).rejects.toThrow('a unit of work inside another');
  });

  test('never show a message before one that came earlier, so that who reads on misses none', async () => {
    const message = (number: number) => ({
      recipientId: hospital.structureId,
      connectionId: hospitalBooks.id,
      receivedAt: new Date(Date.UTC(2026, 2, 2, 11, 0, number)),
      name: '',
      mediaType: 'application/json',
      sha256: String(number).padStart(64, '0'),
      bytes: Uint8Array.of(number),
    });
    const placesAfter = async (place: number): Promise<number[]> => {
      const read = await world.work.run(({ inbox }) =>
        inbox.after(hospital.structureId, hospitalBooks.id, place, 10),
      );
      return read.map((one) => one.place);
    };
    const [added, commit] = [signal(), signal()];
    const slow = world.work.run(async ({ inbox }) => {
      await inbox.add(message(1));
      added.give();
      await commit.given;
    });
    await added.given;
    const other = await openPersistence({ url: world.url, secretKey });
    const quick = other.work.run(({ inbox }) => inbox.add(message(2)));
    await someoneWaits();
    expect(await placesAfter(0)).toEqual([]);
    commit.give();
    await Promise.all([slow, quick]);
    await other.close();
    expect(await placesAfter(0)).toEqual([1, 2]);
  });
});
