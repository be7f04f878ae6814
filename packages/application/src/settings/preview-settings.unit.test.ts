import { requirementsOf } from '@parvis/domain/directory/demand';
import { settingsOf } from '@parvis/domain/directory/entity-settings';
import { anInvoice } from '@parvis/domain/testing/invoice-builder';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredInvoice } from '../invoice/invoice-store.js';
import { alice, claire, hospital, uuid } from '../testing/cast.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { depositEvent, storedInvoice } from '../testing/sample-invoices.js';
import { makeLintFindings } from './lint-findings.js';
import { makePreviewSettings, type PreviewSettingsCommand } from './preview-settings.js';

const { structureId } = hospital;

/** Claire, with the settings too. */
const manager = {
  ...claire,
  memberships: claire.memberships.map((held) => ({ ...held, role: 'mainManager' as const, grants: [] })),
};

let world: FakeWorld;
beforeEach(async () => {
  world = await makeFakeWorld();
  await world.work.run(async ({ invoices }) => {
    for (const invoice of received) await invoices.add(invoice, depositEvent, []);
  });
});

const { buyerReference: _, purchaseOrderReference: __, contractReference: ___, ...bare } = anInvoice();

const invoice = (number: number, change: Partial<StoredInvoice> = {}): StoredInvoice => {
  const { serviceCode: _code, engagementNumber: _engagement, ...rest } = storedInvoice(number);
  return { ...rest, content: bare, depositedAt: new Date('2026-02-20T09:00:00.000Z'), ...change };
};

/** As the hospital stands, only the third is refused: its service is closed; the last is too old to count. */
const received = [
  invoice(1, { serviceCode: 'RESTAURATION' }),
  invoice(2, { serviceCode: 'RESTAURATION', engagementNumber: 'EJ-1' }),
  invoice(3, { serviceCode: 'ARCHIVES' }),
  invoice(4, { serviceCode: 'TRAVAUX', engagementNumber: 'EJ-2' }),
  invoice(5, { serviceCode: 'RESTAURATION', depositedAt: new Date('2025-11-01T09:00:00.000Z') }),
];

const preview = async (command: Omit<PreviewSettingsCommand, 'structureId'>, actor = manager) => {
  const result = await makePreviewSettings(world)({ structureId, ...command }, actor);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

describe('what settings would have done to the last ninety days', () => {
  it('is nothing new where nothing changes', async () => {
    expect(await preview({})).toMatchObject({ days: 90, received: 4, refused: 1, refusedNow: 1 });
  });

  it('counts and names what would be refused, with the rule', async () => {
    const settings = { ...settingsOf(hospital), requirements: requirementsOf('both') };
    const { invoices, ...counts } = await preview({ settings });
    expect(counts).toEqual({
      days: 90,
      received: 4,
      refused: 2,
      refusedNow: 1,
      byRule: [
        { rule: 'PV-ENGAGEMENT-NUMBER-REQUIRED', count: 1 },
        { rule: 'PV-SERVICE-CODE-INACTIVE', count: 1 },
      ],
    });
    expect(invoices.map(({ row, rule }) => [row.number, rule]).sort()).toEqual([
      ['F-2026-1', 'PV-ENGAGEMENT-NUMBER-REQUIRED'],
      ['F-2026-3', 'PV-SERVICE-CODE-INACTIVE'],
    ]);
  });

  it('follows one service alone', async () => {
    const service = { code: 'RESTAURATION', name: 'Restauration', active: true };
    expect(await preview({ service: { ...service, engagementNumberRequired: true } })).toMatchObject({
      refused: 2,
    });
    expect(await preview({ service: { ...service, active: false } })).toMatchObject({ refused: 3 });
    expect(await preview({ service: { code: '', name: '', active: true } })).toMatchObject({ refused: 1 });
  });

  it('tells a day that is none, and nothing to strangers', async () => {
    const service = { code: 'X', name: 'X', active: true, validFrom: 'demain' };
    const ask = makePreviewSettings(world);
    expect(await ask({ structureId, service }, manager)).toMatchObject({
      refusal: { code: 'settings-faulty', faults: [{ field: 'validFrom' }] },
    });
    expect(await ask({ structureId }, alice)).toMatchObject({ refusal: { code: 'not-allowed' } });
  });

  it('shows invoices only to those who may read them', async () => {
    const [membership] = manager.memberships;
    if (!membership) throw new Error('Claire belongs to the hospital');
    const grants = [{ space: 'settings', level: 'full' }] as const;
    const secretary = { ...manager, memberships: [{ ...membership, role: 'user' as const, grants }] };
    const settings = { ...settingsOf(hospital), active: false };
    const seen = await makePreviewSettings(world)({ structureId, settings }, secretary);
    expect(seen).toMatchObject({ ok: true, value: { refused: 4, invoices: [] } });
  });
});

describe('the findings of the linter', () => {
  const codes = async () => {
    const result = await makeLintFindings(world)(structureId, manager);
    return result.ok ? result.value.map(({ code }) => code) : [];
  };

  it('come from what the entity is, has and receives', async () => {
    expect(await codes()).toEqual(['nobody-alerted', 'closed-service-invoiced', 'contact-missing']);
  });

  it('leave out what is mended', async () => {
    await world.work.run(async ({ settings, memberships }) => {
      await settings.change(
        structureId,
        { ...settingsOf(hospital), contact: { phone: '01 99 00 00 00' } },
        world.now(),
      );
      await settings.changeService(
        structureId,
        { code: 'ARCHIVES', name: 'Archives', active: true },
        world.now(),
      );
      await memberships.change({ userId: claire.userId, structureId, role: 'mainManager', grants: [] });
    });
    expect(await codes()).toEqual([]);
  });

  it('are nothing to strangers', async () => {
    expect(await makeLintFindings(world)(structureId, alice)).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    expect(await makeLintFindings(world)(uuid(0x9999), manager)).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
  });
});
