import { paymentTermDays } from '@parvis/domain/directory/directory-entry';
import { historyRoot, verifyHistory } from '@parvis/domain/life-cycle/history';
import { legalClock } from '@parvis/domain/life-cycle/legal-clock';
import { type Action, type Status, transitions } from '@parvis/domain/life-cycle/transitions';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeDeliverInvoice } from '../accounting/deliver-invoice.js';
import type { MarkedPoint } from '../ports/platform.js';
import {
  alice,
  claire,
  denis,
  elise,
  fanny,
  gilles,
  hospital,
  hospitalAccountant,
  hospitalBooks,
  town,
} from '../testing/cast.js';
import { Crash } from '../testing/fake-machine.js';
import { type FakeWorld, makeFakeWorld, sha256 } from '../testing/fake-world.js';
import {
  act,
  deposit,
  granted,
  history,
  received,
  refusalOf,
  statusesOf,
  stored,
  upload,
} from '../testing/journey.js';

const missingPaper = { code: 'JUSTIF_ABS' };

describe('acting on an invoice', () => {
  let world: FakeWorld;
  beforeEach(async () => {
    world = await makeFakeWorld();
  });

  test('suspends with a reason and a comment, signed by the agent', async () => {
    const ref = await received(world);
    const { invoice, event } = granted(
      await act(world, ref, 'suspend', { reason: missingPaper, comment: ' Bon de livraison ? ' }),
    );
    expect(invoice).toMatchObject({ status: 'suspended', sequence: 3 });
    expect(event).toMatchObject({
      from: 'madeAvailable',
      to: 'suspended',
      moves: true,
      actor: { kind: 'buyer', id: claire.userId, name: claire.name },
      reason: missingPaper,
      comment: 'Bon de livraison ?',
    });
  });

  test('keeps the whole way from deposit to service confirmed in one intact chain', async () => {
    const ref = await received(world);
    granted(await act(world, ref, 'suspend', { reason: missingPaper }));
    granted(await act(world, ref, 'complete', { actor: alice }));
    granted(await act(world, ref, 'approve'));
    expect(await statusesOf(world, ref)).toEqual([
      'deposited',
      'madeAvailable',
      'suspended',
      'completed',
      'serviceConfirmed',
    ]);
    const events = await history(world, ref);
    expect(verifyHistory(events, sha256, historyRoot(ref, sha256))).toEqual({ kind: 'intact' });
    expect((await stored(world, ref)).lastEventHash).toBe(events.at(-1)?.hash);
  });

  test('opens a new term of at least 30 days once the supplier has completed', async () => {
    const ref = await received(world);
    world.advance(40 * 86_400);
    granted(await act(world, ref, 'suspend', { reason: missingPaper }));
    expect((await stored(world, ref)).paymentDueDate).toBe('2026-04-21');
    world.advance(5 * 86_400);
    granted(await act(world, ref, 'complete', { actor: alice }));
    expect((await stored(world, ref)).paymentDueDate).toBe('2026-05-16');
  });

  test('interrupts the legal limit at the first suspension, and at no later one', async () => {
    const DAY = 86_400;
    const ref = await received(world);
    const clock = async () =>
      legalClock(await history(world, ref), paymentTermDays(hospital.kind), world.now());
    world.advance(10 * DAY);
    granted(await act(world, ref, 'suspend', { reason: missingPaper }));
    world.advance(20 * DAY);
    expect(await clock()).toMatchObject({ running: false, elapsedDays: 10, dueOn: '2026-04-21' });
    granted(await act(world, ref, 'complete', { actor: alice }));
    const newTerm = { startedOn: '2026-04-01', days: 40, dueOn: '2026-05-11' };
    expect(await clock()).toMatchObject({ ...newTerm, running: true, elapsedDays: 0 });
    expect((await stored(world, ref)).paymentDueDate).toBe(newTerm.dueOn);

    world.advance(5 * DAY);
    granted(await act(world, ref, 'suspend', { reason: missingPaper }));
    world.advance(36 * DAY);
    expect(await clock()).toMatchObject({ ...newTerm, running: true, elapsedDays: 41, late: true });
    granted(await act(world, ref, 'complete', { actor: alice }));
    expect(await clock()).toMatchObject({
      ...newTerm,
      running: true,
      late: true,
      interruption: { from: '2026-03-12', to: '2026-04-01' },
    });
    expect(await stored(world, ref)).toMatchObject({ status: 'completed', paymentDueDate: newTerm.dueOn });
  });

  test('adds the supplier’s documents to the invoice and to the event', async () => {
    const ref = await received(world);
    granted(await act(world, ref, 'suspend', { reason: missingPaper }));
    const attachmentUploadIds = [await upload(world, 'bon signé.pdf')];
    const { event } = granted(await act(world, ref, 'complete', { actor: alice, attachmentUploadIds }));
    const documents = await world.work.run(({ invoices }) => invoices.documentsOf(ref));
    expect(documents.at(-1)).toMatchObject({ kind: 'attachment', fileName: 'bon signé.pdf' });
    expect(event.documentIds).toEqual([documents.at(-1)?.id]);
  });

  test('refuses attachments of unknown kinds, empty ones never getting that far', async () => {
    const ref = await received(world);
    granted(await act(world, ref, 'suspend', { reason: missingPaper }));
    const attachmentUploadIds = [await upload(world, 'virus.bat')];
    const refusal = refusalOf(await act(world, ref, 'complete', { actor: alice, attachmentUploadIds }));
    expect(refusal).toEqual({ code: 'attachment-refused', fileName: 'virus.bat', cause: 'type' });
    expect((await stored(world, ref)).status).toBe('suspended');
  });

  test('refuses an attachment whose content is not what its name says', async () => {
    const ref = await received(world);
    granted(await act(world, ref, 'suspend', { reason: missingPaper }));
    const fileName = 'bon signé.pdf';
    const attachmentUploadIds = [await upload(world, fileName, { content: '<html>Bonjour</html>' })];
    const refusal = refusalOf(await act(world, ref, 'complete', { actor: alice, attachmentUploadIds }));
    expect(refusal).toEqual({ code: 'attachment-refused', fileName, cause: 'content' });
    expect((await stored(world, ref)).status).toBe('suspended');
  });

  test('keeps the name of an attachment in any script, up to 255 characters', async () => {
    const ref = await received(world);
    granted(await act(world, ref, 'suspend', { reason: missingPaper }));
    const fileName = `${'納品書été𝄞'.repeat(35)}123456.pdf`;
    expect([...fileName]).toHaveLength(255);
    const attachmentUploadIds = [await upload(world, fileName)];
    granted(await act(world, ref, 'complete', { actor: alice, attachmentUploadIds }));
    const documents = await world.work.run(({ invoices }) => invoices.documentsOf(ref));
    expect(documents.at(-1)?.fileName).toBe(fileName);
  });

  test.each<[Action, string]>([
    ['suspend', 'reason-required'],
    ['refuse', 'reason-required'],
  ])('refuses to %s without a reason', async (action, code) => {
    const ref = await received(world);
    expect(refusalOf(await act(world, ref, action)).code).toBe(code);
    expect(await history(world, ref)).toHaveLength(2);
  });

  test('refuses a reason that is not on the act’s own list', async () => {
    const ref = await received(world);
    const unknown = [{ code: 'PARCE_QUE' }, { code: 'DOUBLON' }];
    for (const reason of unknown)
      expect(refusalOf(await act(world, ref, 'suspend', { reason }))).toEqual({ code: 'reason-unknown' });
    expect(granted(await act(world, ref, 'refuse', { reason: { code: 'DOUBLON' } })).invoice.status).toBe(
      'refused',
    );
  });

  test('asks for words beside the reason « other »', async () => {
    const ref = await received(world);
    const reason = { code: 'AUTRE' };
    expect(refusalOf(await act(world, ref, 'refuse', { reason }))).toEqual({ code: 'reason-required' });
    const comment = 'Le service a fermé.';
    expect(granted(await act(world, ref, 'refuse', { reason, comment })).invoice.status).toBe('refused');
  });

  test('counts a comment in characters people see: 255 pass, 256 do not', async () => {
    const ref = await received(world);
    const refusal = refusalOf(await act(world, ref, 'takeInCharge', { comment: '𝄞'.repeat(256) }));
    expect(refusal).toEqual({ code: 'comment-too-long', maximum: 255 });
    granted(await act(world, ref, 'takeInCharge', { comment: '𝄞'.repeat(255) }));
  });

  test('refuses an act on an invoice that has moved on since it was looked at', async () => {
    const ref = await received(world);
    granted(await act(world, ref, 'takeInCharge', { expectedSequence: 2 }));
    const late = refusalOf(await act(world, ref, 'approve', { expectedSequence: 2 }));
    expect(late).toEqual({ code: 'changed-meanwhile', sequence: 3 });
  });

  test('lets one of two people who saw the same state act', async () => {
    const ref = await received(world);
    const answers = await Promise.all([
      act(world, ref, 'approve', { expectedSequence: 2 }),
      act(world, ref, 'refuse', { expectedSequence: 2, reason: { code: 'DOUBLON' } }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await history(world, ref)).toHaveLength(3);
  });

  test('refuses to approve an invoice still suspended and says what is open', async () => {
    const ref = await received(world);
    granted(await act(world, ref, 'suspend', { reason: missingPaper }));
    const refusal = refusalOf(await act(world, ref, 'approve'));
    expect(refusal).toEqual({ code: 'action-closed', status: 'suspended', open: ['refuse'] });
  });

  test('lets the supplier complete nothing but a suspended invoice', async () => {
    const ref = await received(world);
    const refusal = refusalOf(await act(world, ref, 'complete', { actor: alice }));
    expect(refusal).toEqual({ code: 'action-closed', status: 'madeAvailable', open: [] });
  });

  test('holds each side to its own acts', async () => {
    const ref = await received(world);
    const process = { code: 'not-allowed', right: 'receivedInvoice:process' };
    for (const actor of [denis, alice, fanny])
      expect(refusalOf(await act(world, ref, 'approve', { actor }))).toEqual(process);
    granted(await act(world, ref, 'suspend', { reason: missingPaper }));
    const complete = { code: 'not-allowed', right: 'issuedInvoice:complete' };
    for (const actor of [claire, fanny])
      expect(refusalOf(await act(world, ref, 'complete', { actor }))).toEqual(complete);
  });

  test('does not tell strangers that the invoice exists', async () => {
    const ref = await received(world);
    for (const actor of [elise, gilles])
      expect(refusalOf(await act(world, ref, 'approve', { actor }))).toEqual({ code: 'invoice-not-found' });
    const elsewhere = { ...ref, recipientId: town.structureId };
    expect(refusalOf(await act(world, elsewhere, 'approve'))).toEqual({ code: 'invoice-not-found' });
  });

  test('never lets a person act as accountant, nor an accounting system as agent or for others', async () => {
    const ref = await received(world);
    expect(refusalOf(await act(world, ref, 'startPayment')).code).toBe('action-closed');
    const asAgent = await act(world, ref, 'refuse', {
      actor: hospitalAccountant,
      reason: { code: 'DOUBLON' },
    });
    expect(refusalOf(asAgent).code).toBe('action-closed');
    const stranger = { ...hospitalAccountant, structureId: town.structureId };
    const byStranger = await act(world, ref, 'startPayment', { actor: stranger });
    expect(refusalOf(byStranger)).toEqual({ code: 'invoice-not-found' });
  });

  test('records the accountant’s acts with source and date', async () => {
    const ref = await received(world);
    const occurredAt = new Date('2026-03-01T08:00:00.000Z');
    const source = { system: 'simulator', code: 'paid', reference: 'M-7' };
    const { event, invoice } = granted(
      await act(world, ref, 'startPayment', { actor: hospitalAccountant, occurredAt, source }),
    );
    expect(event).toMatchObject({
      occurredAt,
      recordedAt: world.now(),
      source,
      actor: { kind: 'accountant' },
    });
    expect(invoice).toMatchObject({ status: 'inPayment', statusSince: occurredAt });
  });

  test('keeps a late act in the history and moves nothing', async () => {
    const ref = await received(world);
    const actor = hospitalAccountant;
    granted(await act(world, ref, 'startPayment', { actor }));
    const { event, invoice } = granted(await act(world, ref, 'orderPayment', { actor }));
    expect(event).toMatchObject({ moves: false, from: 'inPayment', to: 'paymentOrdered' });
    expect(invoice).toMatchObject({ status: 'inPayment', sequence: 4 });
    const events = await history(world, ref);
    expect(verifyHistory(events, sha256, historyRoot(ref, sha256))).toEqual({ kind: 'intact' });
  });

  test('opens a delivery once the service is confirmed', async () => {
    const ref = await received(world);
    expect(world.tables.deliveries.size).toBe(0);
    granted(await act(world, ref, 'approve'));
    const deliveries = await world.work.run(({ deliveries: ledger }) => ledger.ofInvoice(ref));
    expect(deliveries).toMatchObject([{ connectionId: hospitalBooks.id, revision: 1, state: 'waiting' }]);
    expect(await world.jobsAdded()).toContainEqual({
      kind: 'deliverInvoice',
      ref,
      connectionId: hospitalBooks.id,
    });
  });

  test('sends a new revision only of an invoice completed after it was delivered', async () => {
    const ref = await received(world);
    granted(await act(world, ref, 'approve'));
    const ledger = (): Promise<number[]> =>
      world.work.run(async ({ deliveries }) =>
        (await deliveries.ofInvoice(ref)).map(({ revision }) => revision),
      );
    await world.work.run(async ({ deliveries }) => {
      const delivery = await deliveries.find(ref, hospitalBooks.id);
      if (delivery) await deliveries.save({ ...delivery, state: 'delivered', lastAttemptAt: world.now() });
    });
    world.advance(60);
    granted(await act(world, ref, 'suspend', { reason: missingPaper }));
    granted(await act(world, ref, 'complete', { actor: alice }));
    expect(await ledger()).toEqual([1]);
    granted(await act(world, ref, 'approve'));
    expect(await ledger()).toEqual([1, 2]);
  });

  test('sends a rerouted invoice no second time', async () => {
    await world.seed({ connections: [{ ...hospitalBooks, deliverWhen: 'madeAvailable' }] });
    const ref = await received(world);
    await makeDeliverInvoice(world)({ ref, connectionId: hospitalBooks.id });
    granted(await act(world, ref, 'askReroute', { reason: { code: 'CMD_ERR' } }));
    granted(await act(world, ref, 'reroute', { actor: alice }));
    expect((await stored(world, ref)).status).toBe('madeAvailable');
    expect(world.tables.deliveries.size).toBe(1);
  });

  test('has nothing to say of an invoice not routed yet', async () => {
    const ref = await deposit(world);
    expect(refusalOf(await act(world, ref, 'approve'))).toMatchObject({ code: 'action-closed', open: [] });
  });

  test.each<MarkedPoint>(['act.beforeCommit', 'act.afterCommit'])(
    'tried again after a death at %s is in the history once',
    async (point) => {
      const ref = await received(world);
      world.machine.dieAt(point);
      const approve = () => act(world, ref, 'approve', { expectedSequence: 2 });
      await expect(approve()).rejects.toThrow(Crash);
      world.machine.restart();
      const again = await approve();
      if (point === 'act.afterCommit')
        expect(refusalOf(again)).toEqual({ code: 'changed-meanwhile', sequence: 3 });
      else expect(granted(again).invoice.status).toBe('serviceConfirmed');
      expect(await statusesOf(world, ref)).toEqual(['deposited', 'madeAvailable', 'serviceConfirmed']);
      expect(world.tables.deliveries.size).toBe(1);
    },
  );

  test('moves an invoice by the act’s own row of the table, whoever acts', async () => {
    const rows: readonly { readonly action: Action; readonly to: Status }[] = transitions;
    const steps: readonly Action[] = ['takeInCharge', 'approve', 'orderPayment', 'handToAccountant', 'book'];
    const ref = await received(world);
    for (const action of steps) {
      const { invoice } = granted(await act(world, ref, action, { actor: hospitalAccountant }));
      expect(invoice.status).toBe(rows.find((row) => row.action === action)?.to);
    }
  });
});
