import { may } from '@parvis/domain/access/rights';
import { beforeEach, describe, expect, test } from 'vitest';
import { makeDepositInvoice } from '../invoice/deposit-invoice.js';
import { nameInHistory } from '../invoice/name-in-history.js';
import { makePeopleRound } from '../people/round/make-round.js';
import { alice, bruno, caterer, elise, gilles, stationer } from '../testing/cast.js';
import { depositCommand, granted, history, refusalOf } from '../testing/journey.js';
import { makePeopleWorld, type PeopleWorld } from '../testing/people-world.js';
import { depositEvent, storedInvoice } from '../testing/sample-invoices.js';
import { makeAnswerMandate, makeRevokeMandate } from './answer-mandate.js';
import { type GiveMandateCommand, makeFindHolder, makeGiveMandate } from './give-mandate.js';
import { makeListMandates } from './list-mandates.js';

const clientId = stationer.structureId;
const holderId = caterer.structureId;
const states = ['offered', 'accepted', 'declined', 'revoked', 'ended'] as const;

/** The stationer's Bruno gives; the caterer's Gilles holds. */
describe('a mandate', () => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await makePeopleWorld();
  });
  const give = (command: Partial<GiveMandateCommand> = {}, actor = bruno) =>
    makeGiveMandate(world)(
      {
        clientId,
        holderSiret: caterer.siret ?? '',
        kind: 'accountant',
        grants: [{ space: 'issuedInvoices', level: 'full' }],
        endsAt: new Date('2026-12-31T23:00:00Z'),
        reason: 'Tenue de la comptabilité',
        ...command,
      },
      actor,
    );
  const accepted = async (command: Partial<GiveMandateCommand> = {}) => {
    const { id } = granted(await give(command));
    return granted(await makeAnswerMandate(world)({ mandateId: id, accepts: true }, gilles));
  };
  const deposits = async () => may(await world.present(gilles), 'issuedInvoice:deposit', clientId);
  const faultsOf = async (command: Partial<GiveMandateCommand>) => {
    const refusal = refusalOf(await give(command));
    return refusal.code === 'form-faulty' ? refusal.faults.map(({ code }) => code) : [];
  };

  test('gives access once the holder has accepted, and closes it at once when the client revokes', async () => {
    const { id } = granted(await give());
    expect(await deposits()).toBe(false);
    granted(await makeAnswerMandate(world)({ mandateId: id, accepts: true }, gilles));
    expect(await deposits()).toBe(true);
    granted(await makeRevokeMandate(world)({ mandateId: id, reason: 'Changement de cabinet' }, bruno));
    expect(await deposits()).toBe(false);
    expect(world.acts(clientId)).toEqual(['mandate.given', 'mandate.accepted', 'mandate.revoked']);
    expect(world.acts(holderId)).toEqual(['mandate.given', 'mandate.accepted', 'mandate.revoked']);
    expect(world.mailsTo(gilles.email)).toHaveLength(2);
    expect(world.mailsTo(bruno.email)).toHaveLength(1);
  });

  test('is not answered by the client’s people, nor given by those of others', async () => {
    const { id } = granted(await give());
    const answer = (actor: typeof alice) => makeAnswerMandate(world)({ mandateId: id, accepts: true }, actor);
    expect(refusalOf(await answer(elise))).toEqual({ code: 'mandate-not-found' });
    expect(refusalOf(await answer(alice))).toEqual({ code: 'mandate-not-found' });
    for (const actor of [alice, gilles, elise])
      expect(refusalOf(await give({}, actor))).toMatchObject({ code: 'not-allowed' });
  });

  test('names what is wrong with it', async () => {
    expect(await faultsOf({ reason: '' })).toEqual(['missing']);
    expect(await faultsOf({ holderSiret: '12345' })).toEqual(['holder-unknown']);
    expect(await faultsOf({ holderSiret: stationer.siret ?? '' })).toEqual(['holder-is-client']);
    expect(await faultsOf({ endsAt: world.now() })).toEqual(['date-past']);
    expect(await faultsOf({ grants: [] })).toEqual(['grants-missing']);
    expect(await faultsOf({ grants: [{ space: 'people', level: 'read' }] })).toEqual([
      'space-beyond-mandate',
    ]);
    const later = new Date('2027-06-01T00:00:00Z');
    expect(await faultsOf({ startsAt: later })).toEqual(['date-before-start']);
  });

  test('of a factor reads issued invoices and nothing more', async () => {
    const full = [{ space: 'issuedInvoices', level: 'full' }] as const;
    expect(await faultsOf({ kind: 'factor', grants: full })).toEqual(['space-beyond-mandate']);
    await accepted({ kind: 'factor', grants: [{ space: 'issuedInvoices', level: 'read' }] });
    const factor = await world.present(gilles);
    expect(may(factor, 'issuedInvoice:read', clientId)).toBe(true);
    expect(may(factor, 'issuedInvoice:deposit', clientId)).toBe(false);
    expect(may(factor, 'settings:read', clientId)).toBe(false);
  });

  test('stands once between two, and again once it is over', async () => {
    await accepted({ endsAt: new Date(world.now().getTime() + 86_400_000) });
    expect(refusalOf(await give())).toEqual({ code: 'mandate-open' });
    world.advanceDays(1);
    expect(await deposits()).toBe(false);
    expect(granted(await give()).state).toBe('offered');
  });

  test('begins on its first day', async () => {
    await accepted({ startsAt: new Date(world.now().getTime() + 86_400_000) });
    expect(await deposits()).toBe(false);
    world.advanceDays(1);
    expect(await deposits()).toBe(true);
  });

  test('shows in the history of what is done through it', async () => {
    await accepted();
    const holder = await world.present(gilles);
    // Gilles also sells for the caterer: the file says for whom.
    const deposited = await makeDepositInvoice(world)(
      depositCommand(undefined, { supplierId: clientId }),
      holder,
    );
    const [first] = await history(world, granted(deposited).ref);
    expect(first?.actor.name).toBe(`${gilles.name} (${caterer.name}, par mandat)`);
    expect(nameInHistory(holder, clientId)).toBe(`${gilles.name} (${caterer.name}, par mandat)`);
    expect(nameInHistory(holder, holderId)).toBe(gilles.name);
  });

  test('is listed on both sides, with what is stuck at each client', async () => {
    await accepted();
    const list = makeListMandates(world);
    const given = granted(await list({ structureId: clientId, standpoint: 'client', states }, bruno));
    expect(given.mandates.map(({ holderName }) => holderName)).toEqual([caterer.name]);
    const held = granted(
      await list({ structureId: holderId, standpoint: 'holder', states }, await world.present(gilles)),
    );
    expect(held.mandates.map(({ clientName }) => clientName)).toEqual([stationer.name]);
    expect(
      refusalOf(await list({ structureId: clientId, standpoint: 'client', states }, gilles)),
    ).toMatchObject({
      code: 'not-allowed',
    });
  });

  test('shows what is stuck only to whoever reads the invoices of the client anyway', async () => {
    const statusSince = world.now();
    await world.work.run(async ({ invoices }) => {
      await invoices.add(storedInvoice(1, { status: 'suspended', statusSince }), depositEvent, []);
      await invoices.add(storedInvoice(2, { status: 'refused', statusSince }), depositEvent, []);
    });
    const stuckAt = async () => {
      const command = { structureId: holderId, standpoint: 'holder', states } as const;
      return granted(await makeListMandates(world)(command, await world.present(gilles))).stuck.get(clientId);
    };
    const { id } = await accepted();
    expect(await stuckAt()).toEqual({ clientId, suspended: 1, refused: 1, late: 0 });
    granted(await makeRevokeMandate(world)({ mandateId: id, reason: 'Fin' }, bruno));
    expect(await stuckAt()).toBeUndefined();
  });

  test('is found by the SIRET of its holder', async () => {
    expect(await makeFindHolder(world)(caterer.siret ?? '', bruno)).toMatchObject({ name: caterer.name });
    expect(await makeFindHolder(world)('00000000000000', bruno)).toBeUndefined();
  });

  test('warns both sides 30, 7 and 1 days before its end, once each', async () => {
    await accepted({ endsAt: new Date(world.now().getTime() + 31 * 86_400_000) });
    const round = makePeopleRound(world);
    const before = world.mailsTo(gilles.email).length;
    const mailsAfter = async (days: number) => {
      world.advanceDays(days);
      await round();
      await round();
      return world.mailsTo(gilles.email).length - before;
    };
    expect([
      await mailsAfter(0),
      await mailsAfter(1),
      await mailsAfter(10),
      await mailsAfter(13),
      await mailsAfter(6),
      await mailsAfter(1),
    ]).toEqual([0, 1, 1, 2, 3, 3]);
  });
});
