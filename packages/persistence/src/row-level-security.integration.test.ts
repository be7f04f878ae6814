import { type Sight, seeing, sightOf } from '@parvis/application/access/sight';
import { TookTooLong, within } from '@parvis/application/ports/time-left';
import {
  alice,
  bruno,
  caterer,
  claire,
  elise,
  gilles,
  hospital,
  hospitalBooks,
  stationer,
  town,
  uuid,
} from '@parvis/application/testing/cast';
import { depositEvent, sampleDocument, storedInvoice } from '@parvis/application/testing/sample-invoices';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AccountingConnectionEntity } from './entities/accounting-connection.entity.js';
import { DeliveryEntity } from './entities/delivery.entity.js';
import { FactorResetEntity } from './entities/factor-reset.entity.js';
import { InvoiceEntity } from './entities/invoice.entity.js';
import { InvoiceDocumentEntity } from './entities/invoice-document.entity.js';
import { IssuedInvoiceEntity, ReceivedInvoiceEntity } from './entities/invoice-in-sight.entities.js';
import { InvoiceNumberEntity } from './entities/invoice-number.entity.js';
import { LifeCycleEventEntity } from './entities/life-cycle-event.entity.js';
import { StructureEntity } from './entities/structure.entity.js';
import { openPersistence, type Persistence } from './open-persistence.js';
import { makeSightGuard } from './sight-guard.js';
import { openSampleWorld, type TestWorld } from './testing/sample-world.js';
import { secretKey } from './testing/test-secret.js';

const guard = makeSightGuard({ statementTimeoutMs: 5000 });
/** What the gateway does, against stores and tables alike, with no use case in between. */
let gateway: Persistence;
let platform: TestWorld;

beforeAll(async () => {
  platform = await openSampleWorld();
  gateway = await openPersistence({ url: platform.url, secretKey, sight: { statementTimeoutMs: 5000 } });
  // 1: stationer to hospital; 2: caterer to hospital; 3: stationer to town.
  const ofCaterer = { supplierId: caterer.structureId, supplierName: caterer.name };
  const toTown = {
    ref: { recipientId: town.structureId, invoiceId: uuid(0x1003) },
    recipientName: town.name,
  };
  await platform.work.run(async ({ invoices, numbers, deliveries }) => {
    for (const invoice of [storedInvoice(1), storedInvoice(2, ofCaterer), storedInvoice(3, toTown)]) {
      await invoices.add(invoice, depositEvent, [sampleDocument(Number(invoice.number.at(-1)))]);
      const { ref, supplierId, number } = invoice;
      await numbers.reserve({ ref, supplierId, year: 2026, number });
    }
    const { ref } = storedInvoice(1);
    const delivery = { ref, connectionId: hospitalBooks.id, revision: 1, attempts: 0, createdAt: new Date() };
    await deliveries.open({ ...delivery, state: 'waiting' });
  });
});
afterAll(async () => {
  await gateway.close();
  await platform.close();
});

const inTransaction = <Answer>(
  sight: Sight | undefined,
  story: (manager: EntityManager) => Promise<Answer>,
) => {
  const act = () =>
    gateway.dataSource.transaction(async (manager) => {
      await guard.enter(manager);
      return story(manager);
    });
  return sight ? seeing(sight, act) : act();
};

/** A query whose author forgot every condition. */
const countAll = (sight: Sight | undefined, entity: EntityTarget<ObjectLiteral>): Promise<number> =>
  inTransaction(sight, (manager) => manager.count(entity));

describe('a query without any condition', () => {
  const entities: readonly (readonly [string, EntityTarget<ObjectLiteral>])[] = [
    ['invoices', InvoiceEntity],
    ['events', LifeCycleEventEntity],
    ['documents', InvoiceDocumentEntity],
    ['numbers', InvoiceNumberEntity],
    ['received', ReceivedInvoiceEntity],
    ['issued', IssuedInvoiceEntity],
    ['connections', AccountingConnectionEntity],
    ['deliveries', DeliveryEntity],
  ];
  const counts = async (sight: Sight | undefined) =>
    Promise.all(entities.map(async ([, entity]) => countAll(sight, entity)));

  test.each<[string, Sight | undefined, readonly number[]]>([
    ['shows a supplier what it sent', sightOf(alice), [2, 2, 2, 2, 0, 2, 0, 0]],
    ['shows another supplier its own', sightOf(gilles), [1, 1, 1, 1, 0, 1, 0, 0]],
    ['shows a public entity what it received', sightOf(claire), [2, 2, 2, 0, 2, 0, 1, 1]],
    ['shows another public entity its own', sightOf(elise), [1, 1, 1, 0, 1, 0, 0, 0]],
    ['shows somebody in both what both see', both(alice, elise), [2, 2, 2, 2, 1, 2, 0, 0]],
    ['shows a stranger nothing', sightOf(undefined), [0, 0, 0, 0, 0, 0, 0, 0]],
    ['shows nothing where nobody has said who asks', undefined, [0, 0, 0, 0, 0, 0, 0, 0]],
  ])('%s', async (_, sight, expected) => {
    expect(await counts(sight)).toEqual(expected);
  });

  test('shows the platform everything', async () => {
    expect(await countAll('platform', InvoiceEntity)).toBe(3);
    const worker = await platform.work.run(({ invoices }) => invoices.find(storedInvoice(2).ref));
    expect(worker?.number).toBe(storedInvoice(2).number);
  });

  test('shows everyone the directory', async () => {
    expect(await countAll(undefined, StructureEntity)).toBe(4);
  });
});

const both = (...principals: Parameters<typeof sightOf>[0][]): Sight => ({
  structureIds: principals.flatMap((principal) => sightOf(principal).structureIds),
});

describe('a reset of second factors', () => {
  const countIn = (sight: Sight | undefined) => countAll(sight, FactorResetEntity);

  test('is in the sight of the person and of their structures, and changed by the platform alone', async () => {
    const reset = {
      id: uuid(0xfa1),
      userId: alice.userId,
      state: 'waiting' as const,
      reason: 'Téléphone perdu',
      askedAt: new Date(),
      device: {},
    };
    await platform.work.run(({ factorResets }) => factorResets.add(reset));
    const own: Sight = { structureIds: [], userId: alice.userId };
    const seen = [own, sightOf(bruno), sightOf(gilles), sightOf(elise), undefined];
    expect(await Promise.all(seen.map(countIn))).toEqual([1, 1, 0, 0, 0]);
    for (const statement of [
      "UPDATE factor_reset SET state = 'stopped', closed_at = now()",
      'DELETE FROM factor_reset',
      `INSERT INTO factor_reset_approval SELECT reset_id, user_id, '${bruno.userId}', 'x', 'manager', 'x', now() FROM factor_reset`,
    ])
      await expect(inTransaction(sightOf(bruno), (manager) => manager.query(statement))).rejects.toThrow(
        /permission denied/,
      );
  });

  test('is approved by nobody for themselves, even by the platform', async () => {
    const own = { byUserId: alice.userId, byName: 'x', reason: 'x', approvedAt: new Date() };
    await expect(
      platform.work.run(({ factorResets }) =>
        factorResets.addApproval(uuid(0xfa1), { ...own, standing: 'manager' }),
      ),
    ).rejects.toThrow(/check constraint/);
  });
});

describe('a store asked for what is another’s', () => {
  const { ref } = storedInvoice(2);

  test('has never heard of it', async () => {
    const found = await seeing(sightOf(alice), () =>
      gateway.work.run(async ({ invoices }) => [
        await invoices.find(ref),
        await invoices.eventsOf(ref),
        await invoices.documentsOf(ref),
        await invoices.findEach([ref]),
      ]),
    );
    expect(found).toEqual([undefined, [], [], [undefined]]);
  });

  test('lists nothing of it, whatever the filter says', async () => {
    const page = (scope: Parameters<Persistence['lists']['page']>[0]['scope']) =>
      seeing(sightOf(alice), () => gateway.lists.page({ scope }, 'newestFirst', { limit: 50 }));
    expect((await page({ suppliers: [caterer.structureId] })).rows).toEqual([]);
    expect((await page({ recipients: [{ structureId: hospital.structureId }] })).rows).toEqual([]);
    expect((await page({ suppliers: [stationer.structureId, caterer.structureId] })).rows).toHaveLength(2);
  });

  test.each<[string, Sight, (manager: EntityManager) => Promise<unknown>]>([
    [
      'an event in a history that is another’s',
      sightOf(alice),
      (manager) =>
        manager.query(
          `INSERT INTO life_cycle_event (recipient_id, invoice_id, sequence, action, to_status, moves, actor_kind,
             actor_name, occurred_at, recorded_at, document_ids, previous_hash, hash)
           VALUES ($1, $2, 2, 'complete', 'completed', true, 'supplier', 'x', now(), now(), '{}', 'a', 'b')`,
          [ref.recipientId, ref.invoiceId],
        ),
    ],
    [
      'a number of another supplier',
      sightOf(alice),
      (manager) =>
        manager.query(
          `INSERT INTO invoice_number (supplier_id, year, number, recipient_id, invoice_id) VALUES ($1, 2026, 'X', $2, $3)`,
          [caterer.structureId, ref.recipientId, ref.invoiceId],
        ),
    ],
    [
      'a delivery into another’s books',
      sightOf(elise),
      (manager) =>
        manager.query(
          `INSERT INTO delivery (recipient_id, invoice_id, connection_id, revision, state, attempts, created_at)
           VALUES ($1, $2, $3, 7, 'waiting', 0, now())`,
          [ref.recipientId, ref.invoiceId, hospitalBooks.id],
        ),
    ],
    [
      'a membership of one’s own making',
      sightOf(elise),
      (manager) =>
        manager.query(
          `INSERT INTO membership (user_id, structure_id, role, position) VALUES ($1, $2, 'mainManager', 99)`,
          [elise.userId, hospital.structureId],
        ),
    ],
    [
      'a structure of one’s own making',
      sightOf(elise),
      (manager) =>
        manager.query(
          `INSERT INTO structure (structure_id, side, name, plain_name, town, plain_town, kind, active, siret, identifier_type,
             identifier) VALUES ($1, 'supplier', 'x', 'x', '', '', 'privateCompany', true, $2, 'SIRET', $2)`,
          [uuid(0x998), '00000034900019'],
        ),
    ],
    [
      'a SIRET that another is said to have left',
      sightOf(elise),
      (manager) =>
        manager.query(
          `INSERT INTO structure_identifier_history (structure_id, side, identifier_type, identifier, left_on,
             accepted_until, changed_by_user_id, changed_by_name, changed_at)
           VALUES ($1, 'publicEntity', 'SIRET', $2, now(), now(), 'x', 'x', now())`,
          [hospital.structureId, hospital.siret],
        ),
    ],
    [
      'a trace in the history of another',
      sightOf(elise),
      (manager) =>
        manager.query(
          `INSERT INTO access_trace (structure_id, trace_id, at, by_name, act, subject, details)
           VALUES ($1, $2, now(), 'x', 'x', 'x', '{}')`,
          [hospital.structureId, uuid(0x997)],
        ),
    ],
    [
      'a file in the name of somebody else',
      sightOf(elise),
      (manager) =>
        manager.query(
          `INSERT INTO upload (user_id, upload_id, sha256, file_name, media_type, size, uploaded_at, expires_at)
           VALUES ($1, $2, 'x', 'x', 'x', 1, now(), now())`,
          [alice.userId, uuid(0x999)],
        ),
    ],
    [
      'a service of another entity',
      sightOf(elise),
      (manager) =>
        manager.query(
          `INSERT INTO service (structure_id, code, name, active, position) VALUES ($1, 'INTRUS', 'x', true, 99)`,
          [hospital.structureId],
        ),
    ],
  ])('is refused a write: %s', async (_, sight, write) => {
    await expect(inTransaction(sight, write)).rejects.toMatchObject({ code: '42501' });
  });

  test('cannot put an invoice between two others', async () => {
    const put = seeing(sightOf(elise), () =>
      gateway.work.run(({ invoices }) => invoices.add(storedInvoice(9), depositEvent, [])),
    );
    await expect(put).rejects.toMatchObject({ code: '42501' });
  });

  test('changes nothing of it', async () => {
    const changed = await inTransaction(sightOf(gilles), (manager) =>
      manager.query("UPDATE invoice SET status = 'refused' WHERE supplier_id <> $1", [caterer.structureId]),
    );
    expect(changed).toEqual([[], 0]);
    const renamed = await inTransaction(sightOf(gilles), (manager) =>
      manager.query("UPDATE structure SET name = 'Volé' WHERE structure_id = $1", [stationer.structureId]),
    );
    expect(renamed).toEqual([[], 0]);
  });

  test('may neither rewrite history nor delete it, its own included', async () => {
    for (const statement of [
      "UPDATE life_cycle_event SET comment = 'x'",
      'DELETE FROM invoice_document',
      'DELETE FROM invoice',
    ])
      await expect(
        inTransaction(sightOf(alice), (manager) => manager.query(statement)),
      ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('what the platform does inside an act', () => {
  test('is not bound by the sight of whoever acts, and the rest is', async () => {
    const seen = await seeing(sightOf(alice), () =>
      gateway.work.run(async ({ connections, asPlatform }) => [
        await connections.ofRecipient(hospital.structureId),
        await asPlatform(() => asPlatform(() => connections.ofRecipient(hospital.structureId))),
        await connections.ofRecipient(hospital.structureId),
      ]),
    );
    expect(seen.map(({ length }) => length)).toEqual([0, 1, 0]);
  });

  test('leaves no connection of the pool with more than it had', async () => {
    await seeing('platform', () => gateway.work.run(async () => undefined));
    const roles = await Promise.all([1, 2, 3].map(() => countAll(undefined, InvoiceEntity)));
    expect(roles).toEqual([0, 0, 0]);
  });
});

describe('a statement that takes too long', () => {
  test('is broken off, and told as what it is', async () => {
    const hasty = await openPersistence({ url: platform.url, secretKey, sight: { statementTimeoutMs: 50 } });
    const slow = 'SELECT pg_sleep(10)';
    await expect(hasty.dataSource.query(slow)).rejects.toMatchObject({ code: '57014' });
    const waiting = hasty.work.run(async () => {
      throw Object.assign(new Error('broken off'), { code: '57014' });
    });
    await expect(waiting).rejects.toBeInstanceOf(TookTooLong);
    await hasty.close();
  });

  test('does not begin once whoever asked has been told', async () => {
    const late = within(-1, () => gateway.work.run(async () => 'done'));
    await expect(late).rejects.toBeInstanceOf(TookTooLong);
  });
});

describe('tables', () => {
  /** Reviewed: those that hold a structure's data and no policy, with the reason. */
  const withoutPolicy: Readonly<Record<string, string>> = {
    directory_published: 'what everyone may download',
  };

  test('that name a structure have a policy, or a reason to have none', async () => {
    const rows: { readonly name: string }[] = await platform.dataSource.query(`
      SELECT DISTINCT relname AS name FROM pg_class
      JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relrowsecurity
        AND attname IN ('structure_id', 'recipient_id', 'supplier_id', 'client_id', 'holder_id')
      ORDER BY 1`);
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(withoutPolicy).sort());
  });

  test('of the gateway are all granted to its role, but those that open accounts, the worker’s and the ledger of migrations', async () => {
    const rows: { readonly name: string }[] = await platform.dataSource.query(`
      SELECT relname AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
        AND NOT has_table_privilege('parvis_gateway', oid, 'SELECT')
      ORDER BY relname`);
    expect(rows.map(({ name }) => name)).toEqual([
      'account_link',
      'asking',
      'failed_sign_in',
      'openid_identity',
      'openid_link',
      'openid_request',
      'outgoing_mail',
      'parvis_migration',
      'pending_sign_up',
      'person',
      'recovery_code',
      'session',
      'sign_in_challenge',
      'totp',
      'warning_given',
      'webauthn_credential',
    ]);
  });

  test('of people show colleagues a name and an address, never the hash of a password', async () => {
    const names = inTransaction(sightOf(alice), (manager) =>
      manager.query('SELECT name, email FROM person LIMIT 1'),
    );
    await expect(names).resolves.toHaveLength(1);
    const hashes = inTransaction(sightOf(alice), (manager) =>
      manager.query('SELECT password_hash FROM person'),
    );
    await expect(hashes).rejects.toMatchObject({ code: '42501' });
  });
});
