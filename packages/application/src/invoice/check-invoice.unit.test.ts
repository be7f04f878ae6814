import type { Person } from '@parvis/domain/access/actor';
import { Decimal } from '@parvis/domain/amount/decimal';
import type { Identifier, Invoice } from '@parvis/domain/invoice/invoice';
import { type Fault, isFatal } from '@parvis/domain/rules/fault';
import { aLine, anInvoice, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  alice,
  bruno,
  caterer,
  claire,
  fanny,
  gilles,
  hospital,
  stationer,
  town,
  uuid,
} from '../testing/cast.js';
import { fileOf } from '../testing/fake-files.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { depositCommand, granted, refusalOf, upload } from '../testing/journey.js';
import { makeCheckInvoice } from './check-invoice.js';
import { makeDepositInvoice } from './deposit-invoice.js';
import type { ReadInvoice } from './read-invoice.js';

describe('checking an invoice', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });
  const check = (invoice: Invoice, actor = alice) =>
    makeCheckInvoice(world)({ file: fileOf(invoice) }, actor);
  const rulesIn = async (invoice: Invoice) => granted(await check(invoice)).faults.map(({ rule }) => rule);

  test('finds a right invoice valid and names its recipient', async () => {
    const judgement = granted(await check(anInvoice()));
    expect(judgement).toMatchObject({ valid: true, faults: [], supplierId: stationer.structureId });
    expect(judgement.recipient?.name).toBe(hospital.name);
    expect(judgement.syntax).toBe('ubl-invoice');
  });

  test('keeps nothing', async () => {
    granted(await check(anInvoice()));
    expect(world.tables.invoices.size).toBe(0);
    expect(world.tables.numbers.size).toBe(0);
    expect(await world.jobsAdded()).toEqual([]);
  });

  test('says every fault at once: arithmetic, seller and service code', async () => {
    const totals = { ...anInvoice().totals, due: Decimal.of('119.99') };
    const seller = { ...anInvoice().seller, identifiers: [{ value: caterer.siret, scheme: '0009' }] };
    const legalRegistration = { value: caterer.siret.slice(0, 9), scheme: '0002' };
    const rules = await rulesIn(
      anInvoice({ totals, seller: { ...seller, legalRegistration }, buyerReference: 'INCONNU' }),
    );
    expect(rules).toContain('BR-CO-16');
    expect(rules).toContain('PV-SELLER-MISMATCH');
    expect(rules).toContain('PV-SERVICE-CODE-UNKNOWN');
  });

  test('lists the active services when the compulsory service code is missing', async () => {
    const { buyerReference, ...without } = anInvoice();
    const [fault] = granted(await check(without)).faults;
    expect(fault?.rule).toBe('PV-SERVICE-CODE-REQUIRED');
    expect(fault?.choices?.map(({ value }) => value)).toEqual(['RESTAURATION', 'TRAVAUX']);
  });

  test('asks for the engagement number that the town requires', async () => {
    const { purchaseOrderReference, buyerReference, ...without } = anInvoice();
    const buyer = { ...without.buyer, identifiers: [{ value: town.siret, scheme: '0009' }] };
    const legalRegistration = { value: town.siret.slice(0, 9), scheme: '0002' };
    const rules = await rulesIn({ ...without, buyer: { ...buyer, legalRegistration } });
    expect(rules).toEqual(['PV-ENGAGEMENT-NUMBER-REQUIRED']);
  });

  test('does not know a recipient outside the directory', async () => {
    const identifiers = [{ value: '00000513200014', scheme: '0009' }];
    const legalRegistration = { value: '000005132', scheme: '0002' };
    const buyer = { ...anInvoice().buyer, identifiers, legalRegistration };
    const judgement = granted(await check(anInvoice({ buyer })));
    expect(judgement.faults.map(({ rule }) => rule)).toEqual(['PV-RECIPIENT-UNKNOWN']);
    expect(judgement.recipient).toBeUndefined();
    expect(judgement.valid).toBe(false);
  });

  test('says where in the sender’s own file each fault stands', async () => {
    const { buyerReference, ...without } = anInvoice();
    const [fault] = granted(await check(without)).faults;
    expect(fault?.location).toBe('/Invoice/buyerReference');
  });

  test('answers the reader’s faults for a file it does not know', async () => {
    const file = { fileName: 'notes.txt', bytes: new TextEncoder().encode('bonjour') };
    const judgement = granted(await makeCheckInvoice(world)({ file }, alice));
    expect(judgement).toMatchObject({ valid: false, syntax: 'unknown' });
    expect(judgement.faults.map(({ rule }) => rule)).toEqual(['PV-FILE-UNKNOWN']);
  });

  test('says once that a date cannot be read, not also that it is missing', async () => {
    const { issueDate, ...undated } = anInvoice();
    const unreadable: Fault = { rule: 'PV-READ-DATE', severity: 'fatal', terms: ['BT-2'], path: 'issueDate' };
    const readInvoice: ReadInvoice = async (...file) => ({
      ...(await world.readInvoice(...file)),
      faults: [unreadable],
    });
    const judgement = granted(
      await makeCheckInvoice({ ...world, readInvoice })({ file: fileOf(undated) }, alice),
    );
    expect(judgement.faults.map(({ rule }) => rule)).toEqual(['PV-READ-DATE']);
    expect(judgement.valid).toBe(false);
  });

  test('takes a file uploaded before, for its uploader only', async () => {
    const content = new TextDecoder().decode(fileOf(anInvoice()).bytes);
    const uploadId = await upload(world, 'facture.xml', { content });
    const byAlice = makeCheckInvoice(world)({ file: { uploadId } }, alice);
    expect(granted(await byAlice).valid).toBe(true);
    const byFanny = makeCheckInvoice(world)({ file: { uploadId } }, fanny);
    expect(refusalOf(await byFanny)).toEqual({ code: 'upload-not-found', uploadId });
  });

  test('refuses a file over 20 MB', async () => {
    const file = { fileName: 'grosse.xml', bytes: new Uint8Array(20 * 1024 * 1024 + 1) };
    const refusal = refusalOf(await makeCheckInvoice(world)({ file }, alice));
    expect(refusal).toEqual({ code: 'file-too-large', maximumBytes: 20 * 1024 * 1024 });
  });

  test('asks which supplier when the person acts for several', async () => {
    const refusal = refusalOf(await check(anInvoice(), bruno));
    expect(refusal).toEqual({ code: 'structure-unclear', choices: bruno.memberships });
    const named = { supplierId: stationer.structureId, file: fileOf(anInvoice()) };
    expect(granted(await makeCheckInvoice(world)(named, bruno)).valid).toBe(true);
  });

  test('says that the number is used already, by which invoice, and only in the same year', async () => {
    const first = granted(await makeDepositInvoice(world)(depositCommand(anInvoice()), alice)).ref;
    const again = granted(await check(anInvoice()));
    expect(again).toMatchObject({ valid: false, numberAlreadyUsedBy: first });
    expect(again.faults).toMatchObject([
      { rule: 'PV-NUMBER-ALREADY-USED', severity: 'fatal', terms: ['BT-1'], path: 'number' },
    ]);
    const free = granted(await check(anInvoice({ number: 'F-AUTRE' })));
    expect(free.valid).toBe(true);
    expect(free.numberAlreadyUsedBy).toBeUndefined();
    const earlier = granted(await check(anInvoice({ issueDate: '2025-12-30' })));
    expect(earlier.numberAlreadyUsedBy).toBeUndefined();
  });

  test('is open to readers of the supplier, not to the public entity', async () => {
    expect(granted(await check(anInvoice(), fanny)).valid).toBe(true);
    const refusal = refusalOf(await check(anInvoice(), claire));
    expect(refusal).toEqual({ code: 'not-allowed', right: 'issuedInvoice:check' });
  });

  test('finds an invoice in another seller’s name faulty', async () => {
    const judgement = granted(await check(anInvoice(), gilles));
    expect(judgement.faults).toMatchObject([
      { rule: 'PV-SELLER-MISMATCH', values: { supplier: caterer.name, expected: caterer.siret } },
    ]);
  });
});

describe('a supplier without a SIRET', () => {
  const value = 'BE0999999922';
  const printer = {
    structureId: uuid(0x777),
    otherIdentifier: { type: 'UE_HORS_FRANCE', value },
    name: 'Imprimerie des Deux Ponts',
    active: true,
  } as const;
  const prints: Person = {
    ...gilles,
    memberships: [
      {
        structureId: printer.structureId,
        structureName: printer.name,
        side: 'supplier',
        role: 'mainManager',
        grants: [],
      },
    ],
  };
  const printed = (identifier: Identifier): Invoice => {
    const { legalRegistration, electronicAddress, ...seller } = anInvoice().seller;
    return anInvoice({ seller: { ...seller, vatIdentifier: value, identifiers: [identifier] } });
  };

  test('deposits under the identifier it has, and under no other', async () => {
    const world = await makeFakeWorld();
    await world.seed({ suppliers: [printer] });
    const check = makeCheckInvoice(world);
    const own = granted(await check({ file: fileOf(printed({ value, scheme: '0223' })) }, prints));
    expect(own).toMatchObject({ valid: true, faults: [], supplierId: printer.structureId });
    const other = granted(await check({ file: fileOf(anInvoice()) }, prints));
    expect(other.faults).toMatchObject([{ rule: 'PV-SELLER-MISMATCH', values: { expected: value } }]);
  });
});

describe('the dry run and the deposit', () => {
  const bases = [anInvoice(), anInvoiceOf([aLine(), aLine({ id: '2', vatRate: Decimal.of('5.5') })])];
  const spoilers: readonly ((invoice: Invoice) => Invoice)[] = [
    (invoice) => invoice,
    (invoice) => ({ ...invoice, currency: 'EURO' }),
    (invoice) => ({ ...invoice, buyerReference: 'ARCHIVES' }),
    (invoice) => ({ ...invoice, buyerReference: 'TRAVAUX' }),
    ({ purchaseOrderReference, ...invoice }) => ({ ...invoice, buyerReference: 'TRAVAUX' }),
    ({ issueDate, ...invoice }) => invoice,
    ({ number, ...invoice }) => invoice,
    (invoice) => ({ ...invoice, number: 'N° 12 / été' }),
    (invoice) => ({ ...invoice, lines: [] }),
    (invoice) => ({ ...invoice, totals: {} }),
    (invoice) => ({ ...invoice, totals: { ...invoice.totals, vat: Decimal.of('1.00') } }),
    (invoice) => ({ ...invoice, vatBreakdown: [] }),
    (invoice) => ({ ...invoice, seller: { identifiers: [] } }),
    (invoice) => ({ ...invoice, buyer: { identifiers: [] } }),
    (invoice) => ({
      ...invoice,
      buyer: { ...invoice.buyer, identifiers: [{ value: '12', scheme: '0009' }] },
    }),
  ];
  const mixed = bases.flatMap((base) => spoilers.flatMap((one) => spoilers.map((other) => one(other(base)))));

  test(`agree on ${mixed.length} mixed invoices, fault by fault`, async () => {
    const verdicts = { valid: 0, faulty: 0 };
    for (const invoice of mixed) {
      const world = await makeFakeWorld();
      const judgement = granted(await makeCheckInvoice(world)({ file: fileOf(invoice) }, alice));
      const deposited = await makeDepositInvoice(world)(depositCommand(invoice), alice);
      expect(deposited.ok).toBe(judgement.valid);
      if (deposited.ok) expect(deposited.value.invoice.warnings).toEqual(judgement.faults);
      else expect(deposited.refusal).toEqual({ code: 'invoice-faulty', judgement });
      verdicts[judgement.valid ? 'valid' : 'faulty'] += 1;
    }
    expect(verdicts.valid).toBeGreaterThan(0);
    expect(verdicts.faulty).toBeGreaterThan(100);
  });

  test('agree on them too when the number is used already', async () => {
    const world = await makeFakeWorld();
    const first = granted(await makeDepositInvoice(world)(depositCommand(anInvoice()), alice)).ref;
    const taken = mixed.filter(({ number, issueDate }) => number === anInvoice().number && issueDate);
    const refusals = { 'number-already-used': 0, 'invoice-faulty': 0 };
    for (const invoice of taken) {
      const judgement = granted(await makeCheckInvoice(world)({ file: fileOf(invoice) }, alice));
      const refusal = refusalOf(await makeDepositInvoice(world)(depositCommand(invoice), alice));
      expect(judgement).toMatchObject({ valid: false, numberAlreadyUsedBy: first });
      const alone = judgement.faults.filter(isFatal).length === 1;
      expect(refusal).toEqual(
        alone ? { code: 'number-already-used', first } : { code: 'invoice-faulty', judgement },
      );
      refusals[alone ? 'number-already-used' : 'invoice-faulty'] += 1;
    }
    expect(refusals['number-already-used']).toBeGreaterThan(0);
    expect(refusals['invoice-faulty']).toBeGreaterThan(100);
  });
});
