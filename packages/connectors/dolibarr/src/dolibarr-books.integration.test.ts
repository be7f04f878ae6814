import { aDelivery, aNewSupplier } from '@parvis/connector-kit/testing/contract-envelope';
import { creditNote } from '@parvis/connector-kit/testing/delivered-contents';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dolibarrKind } from './dolibarr-kind.js';
import type { DolibarrSettings } from './settings.js';
import { makeDolibarrHarness, standInSettings } from './testing/dolibarr-harness.js';
import { abandon, createBill, pay, validate } from './testing/dolibarr-tables.js';

describe('Dolibarr’s books', () => {
  let harness: Awaited<ReturnType<typeof makeDolibarrHarness>>;
  beforeAll(async () => {
    harness = await makeDolibarrHarness();
  });
  afterEach(() => void Object.assign(harness.standIn.may, { seeAll: true, create: true, agenda: true }));
  afterAll(() => harness.stop());

  const tools = { now: () => new Date(), mark: () => {}, privateTargets: true };
  const open = (change: Partial<DolibarrSettings> = {}) =>
    dolibarrKind.open({ ...standInSettings(harness.standIn.origin), ...change }, tools);

  const delivered = async () => {
    const { envelope, key } = aDelivery();
    const outcome = await open().deliver(envelope, key);
    const bill = harness.standIn.books.bills.find(({ ref_ext }) => ref_ext === key);
    if (!bill) throw new Error(JSON.stringify(outcome));
    return { key, bill };
  };

  const wordsOf = async (key: string) => {
    const page = await open().statusesAfter(null);
    const statuses = page.kind === 'page' ? page.statuses : [];
    return statuses.filter((status) => status.key === key).map(({ sourceCode }) => sourceCode);
  };

  it('notices an account that is shown empty lists', async () => {
    await delivered();
    harness.standIn.may.seeAll = false;
    const health = await open().check();
    const wrong = health.points?.filter(({ state }) => state === 'wrong').map(({ subject }) => subject);
    expect(health).toMatchObject({ kind: 'refused', code: 'right-missing' });
    expect(wrong).toEqual(['rights', 'sight']);
  });

  it('looks for the supplier that is known to be there', async () => {
    await delivered();
    expect(await open({ knownSupplier: '00000012500013' }).check()).toMatchObject({ kind: 'fine' });
    expect(await open({ knownSupplier: '00000099900014' }).check()).toMatchObject({ code: 'right-missing' });
  });

  it('is refused where the account may not create', async () => {
    harness.standIn.may.create = false;
    const { envelope, key } = aDelivery({}, { supplier: aNewSupplier() });
    expect(await open().deliver(envelope, key)).toMatchObject({ kind: 'refused', code: 'right-missing' });
  });

  it('binds a line to the product that carries its account, and names the account where none does', async () => {
    const { bill } = await delivered();
    expect(bill.lines).toMatchObject([{ fk_product: harness.standIn.books.products[0]?.id }]);
    const { envelope, key } = aDelivery();
    await open({ accounts: [] }).deliver(envelope, key);
    const unbound = harness.standIn.books.bills.find(({ ref_ext }) => ref_ext === key);
    expect(unbound?.lines).toMatchObject([
      { fk_product: null, description: expect.stringContaining('[60632]') },
    ]);
  });

  it('says of a number that an abandoned bill still holds it', async () => {
    const { envelope, key } = aDelivery();
    const { bill } = await delivered();
    bill.ref_supplier = envelope.invoice.number ?? '';
    abandon(harness.standIn.books, bill, 'Doublon');
    expect(await open().deliver(envelope, key)).toMatchObject({
      kind: 'refused',
      code: 'typed-in-by-hand',
      message: { fr: expect.stringContaining('abandonnée') },
    });
  });

  it('adopts its own bill when the unique index refuses a twin', async () => {
    const { envelope, key } = aDelivery();
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => open().deliver(envelope, key)));
    expect(outcomes.map(({ kind }) => kind).filter((kind) => kind === 'refused')).toEqual([]);
    expect(harness.standIn.books.bills.filter(({ ref_ext }) => ref_ext === key)).toHaveLength(1);
  });

  it('makes one card of a supplier whom several deliveries bring at once', async () => {
    const supplier = aNewSupplier();
    const deliveries = [1, 2, 3].map(() => aDelivery({}, { supplier }));
    await Promise.all(deliveries.map(({ envelope, key }) => open().deliver(envelope, key)));
    for (const { envelope, key } of deliveries)
      expect(await open().deliver(envelope, key)).toMatchObject({
        kind: expect.stringMatching(/^(accepted|alreadyKnown)$/),
      });
    expect(await harness.books.suppliersWith?.(supplier.siret)).toBe(1);
  });

  it('is for a person when a number with brackets was typed in', async () => {
    const supplier = aNewSupplier();
    const number = `F(2026)'7-${supplier.siret}`;
    const first = aDelivery({}, { supplier });
    await open().deliver(first.envelope, first.key);
    const socid = harness.standIn.books.parties.find(({ idprof2 }) => idprof2 === supplier.siret)?.id;
    createBill(harness.standIn.books, { socid, ref_supplier: number, lines: [] });
    const { envelope, key } = aDelivery({ number }, { supplier });
    expect(await open().deliver(envelope, key)).toMatchObject({ code: 'typed-in-by-hand' });
  });

  it('makes a credit note with prices below zero', async () => {
    const { envelope, key } = aDelivery(creditNote.invoice);
    await open().deliver(envelope, key);
    const bill = harness.standIn.books.bills.find(({ ref_ext }) => ref_ext === key);
    expect(bill).toMatchObject({ type: 2, lines: [{ pu_ht: -10 }] });
  });

  it('tells where a bill stands without the diary, and moves nothing for a part payment', async () => {
    harness.standIn.may.agenda = false;
    const { key, bill } = await delivered();
    validate(harness.standIn.books, bill);
    pay(harness.standIn.books, bill, 0.5);
    expect((await wordsOf(key)).toSorted()).toEqual(['started', 'unpaid']);
  });

  it('keeps the key out of what is recorded', async () => {
    const seen: string[] = [];
    const record = (exchange: unknown) => void seen.push(JSON.stringify(exchange));
    await dolibarrKind.open(standInSettings(harness.standIn.origin), { ...tools, record }).check();
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.join('')).not.toContain('cle-des-tests');
  });
});
