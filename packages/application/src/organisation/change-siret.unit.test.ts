import type { Membership } from '@parvis/domain/access/actor';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, test } from 'vitest';
import { makeFindDirectoryEntry } from '../directory/find-directory-entry.js';
import { makeCheckInvoice } from '../invoice/check-invoice.js';
import { makeDepositInvoice } from '../invoice/deposit-invoice.js';
import { makeRouteInvoice } from '../invoice/route-invoice.js';
import { alice, bruno, caterer, claire, elise, hospital, person, stationer, town } from '../testing/cast.js';
import { fileOf } from '../testing/fake-files.js';
import { makeFakeWorld } from '../testing/fake-world.js';
import { act, deposit, depositCommand, granted, refusalOf } from '../testing/journey.js';
import { makeChangeSiret, makePreviewMove } from './change-siret.js';
import { makeViewOrganisation } from './view-organisation.js';

const world = async () => ({ ...(await makeFakeWorld()), publicUrl: 'https://parvis.example' });

const MONTHS = 182 * 86_400;

/** Of the same invented SIREN as the town's old one, and of another. */
const townsNew = '00000311100028';
const stationersNew = '00000034900019';

const move = (siret: string) => ({
  siret,
  movedOn: '2026-03-01',
  acceptedUntil: '2026-08-31',
  reason: 'Commune nouvelle',
});

const townMoves = { structureId: town.structureId, draft: move(townsNew) };
const stationerMoves = { structureId: stationer.structureId, draft: move(stationersNew) };

const toTown = (siret: string = town.siret): Invoice => {
  const invoice = anInvoice();
  const buyer = {
    ...invoice.buyer,
    identifiers: [{ value: siret, scheme: '0009' }],
    legalRegistration: { value: siret.slice(0, 9), scheme: '0002' },
  };
  return { ...invoice, buyer };
};

describe('what a move to another SIRET would do', () => {
  test('is said before anything changes: what goes along, and the new VAT number', async () => {
    const ports = await world();
    await deposit(ports);
    const preview = granted(await makePreviewMove(ports)(stationerMoves, bruno));
    expect(preview).toMatchObject({
      organisation: { identifier: { value: stationer.siret } },
      move: { siret: stationersNew },
      holdings: { people: 3, grants: 2, keys: 0, mandates: 0, connections: 0, openInvoices: 1 },
      vatIdentifier: undefined,
    });
    expect(ports.tables.formerIdentifiers.size).toBe(0);
  });

  test('is the main manager’s to ask and to do', async () => {
    const ports = await world();
    for (const outsider of [alice, claire, elise]) {
      const no = { code: 'not-allowed', right: 'organisation:move' };
      expect(refusalOf(await makePreviewMove(ports)(stationerMoves, outsider))).toEqual(no);
      expect(refusalOf(await makeChangeSiret(ports)(stationerMoves, outsider))).toEqual(no);
    }
  });

  test('stands no chance where another structure has the SIRET', async () => {
    const ports = await world();
    const command = { ...stationerMoves, draft: move(caterer.siret) };
    const taken = { code: 'siret-taken', siret: caterer.siret, name: caterer.name };
    expect(refusalOf(await makePreviewMove(ports)(command, bruno))).toEqual(taken);
    expect(refusalOf(await makeChangeSiret(ports)(command, bruno))).toEqual(taken);
  });

  test.each([
    ['of another establishment of a registered supplier', '00000412700023', caterer.name],
    ['of a public entity', town.siret, town.name],
    ['of another establishment of a public entity', townsNew, town.name],
  ])('stands no chance with the SIRET %s: nobody invoices in another’s name', async (_whose, siret, name) => {
    const command = { ...stationerMoves, draft: move(siret) };
    expect(refusalOf(await makeChangeSiret(await world())(command, bruno))).toEqual({
      code: 'siret-taken',
      siret,
      name,
    });
  });

  test('stands no chance with a SIRET that another has left: its invoices still come there', async () => {
    const ports = await world();
    granted(await makeChangeSiret(ports)(townMoves, elise));
    const other = person(0xa01, 'Odile Roy', [
      { ...elise.memberships[0], structureId: hospital.structureId } as Membership,
    ]);
    const command = { structureId: hospital.structureId, draft: move(town.siret) };
    expect(refusalOf(await makeChangeSiret(ports)(command, other))).toMatchObject({ name: town.name });
    const back = { structureId: town.structureId, draft: move(town.siret) };
    expect(await makePreviewMove(ports)(back, elise)).toMatchObject({ ok: true });
  });

  test('may lead to the SIRET under which the same legal unit receives: one body sends and receives', async () => {
    const ports = await world();
    const stationerAsTown = { ...stationerMoves, draft: move(town.siret) };
    await ports.work.run(({ organisations }) =>
      organisations.move(
        {
          structureId: stationer.structureId,
          side: 'supplier',
          identifier: { type: 'SIRET', value: stationer.siret },
          leftOn: '2026-03-01',
          acceptedUntil: '2026-03-01',
          changedByUserId: bruno.userId,
          changedByName: bruno.name,
          changedAt: ports.now(),
        },
        { type: 'SIRET', value: townsNew },
      ),
    );
    expect(await makePreviewMove(ports)(stationerAsTown, bruno)).toMatchObject({ ok: true });
  });
});

describe('a public entity that moved', () => {
  test('keeps its people, its rights and the invoices it was working on', async () => {
    const ports = await world();
    const ref = granted(await makeDepositInvoice(ports)(depositCommand(toTown()), alice)).ref;
    await makeRouteInvoice(ports)(ref);
    granted(await makeChangeSiret(ports)(townMoves, elise));
    expect(await act(ports, ref, 'takeInCharge', { actor: elise })).toMatchObject({
      ok: true,
      value: { event: { to: 'takenInCharge' } },
    });
    expect(await makeViewOrganisation(ports)(town.structureId, elise)).toMatchObject({
      value: {
        organisation: { structureId: town.structureId, identifier: { value: townsNew } },
        formerIdentifiers: [{ identifier: { value: town.siret }, leftOn: '2026-03-01' }],
      },
    });
  });

  test('is traced with its reason, and told to its managers', async () => {
    const ports = await world();
    granted(await makeChangeSiret(ports)(townMoves, elise));
    expect([...ports.tables.accessTraces.values()]).toMatchObject([
      {
        act: 'organisation.moved',
        byUserId: elise.userId,
        reason: 'Commune nouvelle',
        details: { before: { value: town.siret }, after: { value: townsNew }, holdings: { people: 1 } },
      },
    ]);
    expect([...ports.tables.mails.values()]).toMatchObject([{ to: elise.email }]);
  });

  test('still receives invoices to its old SIRET for a while, with a word about the new one', async () => {
    const ports = await world();
    granted(await makeChangeSiret(ports)(townMoves, elise));
    const receipt = granted(await makeDepositInvoice(ports)(depositCommand(toTown()), alice));
    expect(receipt.ref.recipientId).toBe(town.structureId);
    const [stored] = ports.tables.invoices.values();
    expect(stored?.warnings).toMatchObject([{ rule: 'PV-RECIPIENT-MOVED', values: { now: townsNew } }]);
  });

  test('receives them no longer afterwards; the mend is the new SIRET', async () => {
    const ports = await world();
    granted(await makeChangeSiret(ports)(townMoves, elise));
    ports.advance(MONTHS + 2 * 86_400);
    const check = makeCheckInvoice(ports);
    const judgement = granted(await check({ file: fileOf(toTown()) }, alice));
    expect(judgement.valid).toBe(false);
    expect(judgement.faults).toMatchObject([
      { rule: 'PV-RECIPIENT-MOVED', severity: 'fatal', patch: { from: town.siret, to: townsNew } },
    ]);
    expect(granted(await check({ file: fileOf(toTown(townsNew)) }, alice)).valid).toBe(true);
  });

  test('is found in the directory by its old SIRET', async () => {
    const ports = await world();
    granted(await makeChangeSiret(ports)(townMoves, elise));
    const find = makeFindDirectoryEntry(ports);
    expect(await find(town.siret)).toMatchObject({ structureId: town.structureId, siret: townsNew });
  });

  test('is not moved by somebody who looks at an older state', async () => {
    const ports = await world();
    const seen = granted(await makeViewOrganisation(ports)(town.structureId, elise));
    granted(await makeChangeSiret(ports)(townMoves, elise));
    const again = { ...townMoves, draft: move(stationersNew), seenAt: seen.organisation.updatedAt };
    expect(refusalOf(await makeChangeSiret(ports)(again, elise))).toEqual({
      code: 'organisation-changed-meanwhile',
    });
  });
});

describe('a supplier that moved', () => {
  test('may have had no SIRET at all while it was being registered', async () => {
    const ports = await world();
    const { siret: _none, ...unregistered } = stationer;
    const otherIdentifier = { type: 'AUTRE', value: 'En cours 17' } as const;
    ports.tables.suppliers.set(stationer.structureId, { ...unregistered, otherIdentifier });
    const moved = granted(await makeChangeSiret(ports)(stationerMoves, bruno));
    expect(moved.organisation.identifier).toEqual({ type: 'SIRET', value: stationersNew });
    expect(moved.formerIdentifiers).toMatchObject([{ identifier: otherIdentifier }]);
    expect(ports.tables.suppliers.get(stationer.structureId)).not.toHaveProperty('otherIdentifier');
  });

  test('goes on sending under either SIREN for a while, then under the new one', async () => {
    const ports = await world();
    granted(await makeChangeSiret(ports)(stationerMoves, bruno));
    const check = makeCheckInvoice(ports);
    const soon = granted(await check({ file: fileOf(anInvoice()) }, alice));
    expect(soon.valid).toBe(true);
    expect(soon.faults).toMatchObject([{ rule: 'PV-SELLER-MOVED', severity: 'warning' }]);
    ports.advance(MONTHS + 2 * 86_400);
    const late = granted(await check({ file: fileOf(anInvoice()) }, alice));
    expect(late.faults).toMatchObject([{ rule: 'PV-SELLER-MOVED', severity: 'fatal' }]);
  });

  test('takes its VAT number along where it was made from the SIREN', async () => {
    const ports = await world();
    ports.tables.suppliers.set(stationer.structureId, { ...stationer, vatIdentifier: 'FR96000000125' });
    const moved = granted(await makeChangeSiret(ports)(stationerMoves, bruno));
    expect(moved.organisation.vatIdentifier).toBe('FR89000000349');
  });

  test('may come back, and leave again', async () => {
    const ports = await world();
    const change = makeChangeSiret(ports);
    granted(await change(stationerMoves, bruno));
    ports.advance(60);
    granted(await change({ ...stationerMoves, draft: move(stationer.siret) }, bruno));
    ports.advance(60);
    const view = granted(await change(stationerMoves, bruno));
    expect(view.formerIdentifiers.map(({ identifier }) => identifier.value)).toEqual([
      stationer.siret,
      stationersNew,
      stationer.siret,
    ]);
  });
});
