import type { OrganisationDraft } from '@parvis/domain/directory/organisation-form';
import { describe, expect, test } from 'vitest';
import {
  alice,
  bruno,
  claire,
  denis,
  elise,
  fanny,
  hospital,
  person,
  stationer,
  town,
} from '../testing/cast.js';
import { type FakeWorld, makeFakeWorld } from '../testing/fake-world.js';
import { makeAddBankAccount, makeEndBankAccount } from './bank-accounts.js';
import { makeChangeOrganisation } from './change-organisation.js';
import { makeListOrganisationHistory } from './list-organisation-history.js';
import { makeViewOrganisation } from './view-organisation.js';

const IBAN = 'FR7630001007941234567890185';
const { structureId } = stationer;

const world = async () => ({ ...(await makeFakeWorld()), publicUrl: 'https://parvis.example' });

const draft: OrganisationDraft = {
  name: 'Papeterie du Bocage',
  street: '12 rue des Tanneurs',
  postCode: '14000',
  town: 'Caen',
  country: 'FR',
  vatIdentifier: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  contactNote: '',
};

const account = { label: 'Compte courant', iban: IBAN, bic: '', owner: 'own', factorName: '' } as const;

const mailsOf = ({ tables }: FakeWorld) => [...tables.mails.values()];

describe('one’s own structure', () => {
  test('is shown to each of its people, and to nobody else', async () => {
    const view = makeViewOrganisation(await world());
    for (const member of [alice, bruno, fanny])
      expect(await view(structureId, member)).toMatchObject({
        ok: true,
        value: { organisation: { structureId, identifier: { type: 'SIRET', value: stationer.siret } } },
      });
    expect(await view(structureId, claire)).toEqual({
      ok: false,
      refusal: { code: 'not-allowed', right: 'organisation:read' },
    });
  });

  test('shows whoever acts for it from outside nothing of what its people did', async () => {
    const ports = await world();
    await makeChangeOrganisation(ports)({ structureId, draft }, bruno);
    const mandate = { mandateId: 'm', holderId: 'h', holderName: 'Cabinet Hénaff' };
    const grants = [{ space: 'issuedInvoices', level: 'full' }] as const;
    const held = { structureId, structureName: stationer.name, side: 'supplier', role: 'user' } as const;
    const accountant = person(0xa04, 'Odile Roy', [{ ...held, grants, mandate }]);
    const history = makeListOrganisationHistory(ports);
    expect(await history({ structureId }, accountant)).toMatchObject({ ok: true, value: { entries: [] } });
    expect(await history({ structureId }, alice)).toMatchObject({
      value: { entries: [{ byName: bruno.name }] },
    });
  });

  test('changes, with a trace of each field and of nothing else', async () => {
    const ports = await world();
    const changed = await makeChangeOrganisation(ports)({ structureId, draft }, bruno);
    expect(changed).toMatchObject({
      ok: true,
      value: { organisation: { address: { town: 'Caen' }, department: '14', updatedAt: ports.now() } },
    });
    const [trace, ...others] = ports.tables.accessTraces.values();
    expect(others).toEqual([]);
    expect(trace).toMatchObject({ act: 'organisation.changed', byName: bruno.name });
    expect(trace?.details).toEqual({
      street: { before: '', after: '12 rue des Tanneurs' },
      postCode: { before: '', after: '14000' },
      town: { before: '', after: 'Caen' },
    });
  });

  test('leaves no trace of a change that changes nothing', async () => {
    const ports = await world();
    const change = makeChangeOrganisation(ports);
    await change({ structureId, draft }, bruno);
    const before = await makeViewOrganisation(ports)(structureId, bruno);
    ports.advance(60);
    expect(await change({ structureId, draft }, bruno)).toEqual(before);
    expect(ports.tables.accessTraces.size).toBe(1);
  });

  test('names every fault at once, with what was typed', async () => {
    const faulty = { ...draft, name: '', vatIdentifier: 'FR12' };
    const refused = await makeChangeOrganisation(await world())({ structureId, draft: faulty }, bruno);
    expect(refused).toEqual({
      ok: false,
      refusal: {
        code: 'organisation-form-faulty',
        faults: [
          { field: 'name', code: 'name-missing', typed: '' },
          { field: 'vatIdentifier', code: 'french-vat-form', typed: 'FR12' },
        ],
      },
    });
  });

  test('does not change under somebody who looks at an older state', async () => {
    const ports = await world();
    const change = makeChangeOrganisation(ports);
    const seen = await makeViewOrganisation(ports)(structureId, bruno);
    if (!seen.ok) throw new Error('bruno sees the stationer');
    await change({ structureId, draft }, bruno);
    const late = { structureId, draft, seenAt: seen.value.organisation.updatedAt };
    expect(await change(late, bruno)).toEqual({
      ok: false,
      refusal: { code: 'organisation-changed-meanwhile' },
    });
  });

  test('is changed by whoever holds its settings, and by nobody else', async () => {
    const change = makeChangeOrganisation(await world());
    for (const outsider of [alice, fanny, claire])
      expect(await change({ structureId, draft }, outsider)).toMatchObject({
        refusal: { code: 'not-allowed', right: 'organisation:change' },
      });
    const { structureId: hospitalId, name } = hospital;
    expect(await change({ structureId: hospitalId, draft: { ...draft, name } }, denis)).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    const { structureId: townId } = town;
    expect(await change({ structureId: townId, draft }, elise)).toMatchObject({ ok: true });
  });

  test('shows its people what became of it, the newest first', async () => {
    const ports = await world();
    await makeChangeOrganisation(ports)({ structureId, draft }, bruno);
    ports.advance(60);
    await makeAddBankAccount(ports)({ structureId, draft: account }, bruno);
    const history = makeListOrganisationHistory(ports);
    const first = await history({ structureId, limit: 1 }, fanny);
    if (!first.ok) throw new Error('fanny belongs to the stationer');
    expect(first.value.entries).toMatchObject([{ act: 'bankAccount.added' }]);
    const { next } = first.value;
    expect(await history({ structureId, ...(next && { after: next }) }, fanny)).toMatchObject({
      value: { entries: [{ act: 'organisation.changed' }] },
    });
    expect(await history({ structureId }, claire)).toMatchObject({ ok: false });
  });
});

describe('bank accounts', () => {
  test('are shown plainly to those who may change them, masked to others', async () => {
    const ports = await world();
    await makeAddBankAccount(ports)({ structureId, draft: account }, bruno);
    const view = makeViewOrganisation(ports);
    const plain = await view(structureId, bruno);
    const masked = await view(structureId, alice);
    expect(plain).toMatchObject({
      value: { bankAccounts: [{ shownIban: 'FR76 3000 1007 9412 3456 7890 185' }] },
    });
    expect(masked).toMatchObject({
      value: { bankAccounts: [{ shownIban: 'FR•• •••• •••• •••• •••• •••0 185', inForce: true }] },
    });
    expect(JSON.stringify(masked)).not.toContain(IBAN);
  });

  test('are traced and told to the managers when added and when ended, masked in both', async () => {
    const ports = await world();
    const added = await makeAddBankAccount(ports)({ structureId, draft: account }, bruno);
    const bankAccountId = added.ok ? (added.value.bankAccounts[0]?.bankAccountId ?? '') : '';
    const ended = await makeEndBankAccount(ports)({ structureId, bankAccountId }, bruno);
    expect(ended).toMatchObject({ value: { bankAccounts: [{ validUntil: '2026-03-02' }] } });
    expect([...ports.tables.accessTraces.values()].map(({ act }) => act)).toEqual([
      'bankAccount.added',
      'bankAccount.ended',
    ]);
    expect(mailsOf(ports).map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
      expect.stringMatching(new RegExp(`^${bruno.email}: .* ajouté`)),
      expect.stringMatching(new RegExp(`^${bruno.email}: .* pris fin`)),
    ]);
    const told = JSON.stringify([mailsOf(ports), [...ports.tables.accessTraces.values()]]);
    expect(told).not.toContain(IBAN);
    expect(told).toContain('https://parvis.example/fournisseur/organisation');
  });

  test('are there once while in force, and may come back', async () => {
    const ports = await world();
    const add = makeAddBankAccount(ports);
    const added = await add({ structureId, draft: account }, bruno);
    const bankAccountId = added.ok ? (added.value.bankAccounts[0]?.bankAccountId ?? '') : '';
    expect(await add({ structureId, draft: account }, bruno)).toMatchObject({
      refusal: { faults: [{ field: 'iban', code: 'iban-there-already' }] },
    });
    await makeEndBankAccount(ports)({ structureId, bankAccountId }, bruno);
    ports.advance(86_400);
    expect(await add({ structureId, draft: account }, bruno)).toMatchObject({ ok: true });
  });

  test('end once, and only one’s own', async () => {
    const ports = await world();
    const end = makeEndBankAccount(ports);
    const added = await makeAddBankAccount(ports)({ structureId, draft: account }, bruno);
    const bankAccountId = added.ok ? (added.value.bankAccounts[0]?.bankAccountId ?? '') : '';
    await end({ structureId, bankAccountId }, bruno);
    expect(await end({ structureId, bankAccountId }, bruno)).toEqual({
      ok: false,
      refusal: { code: 'bank-account-ended' },
    });
    expect(await end({ structureId: town.structureId, bankAccountId }, elise)).toEqual({
      ok: false,
      refusal: { code: 'bank-account-not-found' },
    });
    expect(await end({ structureId, bankAccountId }, alice)).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
  });
});
