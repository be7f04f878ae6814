import { hash } from '@node-rs/argon2';
import { noFindings } from '@parvis/application/accounting/reconciliation-store';
import type { SupplierStructure } from '@parvis/application/directory/directory';
import { makeCreateTechnicalAccount } from '@parvis/application/technical-accounts/create-technical-account';
import {
  alice,
  caterer,
  gilles,
  hospital,
  hospitalBooks,
  password,
  stationer,
  town,
  uuid,
} from '@parvis/application/testing/cast';
import { depositEvent, sampleDocument, storedInvoice } from '@parvis/application/testing/sample-invoices';
import type { Grant, Person, Role, Side } from '@parvis/domain/access/actor';
import { spacesOf } from '@parvis/domain/access/spaces';
import { parseSiret, type Siret } from '@parvis/domain/directory/siret';
import { formatInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { newId } from '@parvis/persistence/new-id';
import { newToken, sha256 } from '../machine.js';
import { ApiClient } from './api-client.js';
import type { TestGateway } from './test-gateway.js';

/** One supplier and one public entity whose people have nothing to do with the other tenant's. */
export interface Tenant {
  readonly supplierId: string;
  readonly entityId: string;
  /** What each argument of that name may hold, for the structure it belongs to. */
  readonly ids: Readonly<Record<Side, Readonly<Record<string, string>>>>;
  /** Names, numbers and identifiers that no stranger may read. */
  readonly markers: readonly string[];
}

const siretOf = (text: string): Siret => {
  const parsed = parseSiret(text);
  if (!parsed.ok) throw new TypeError(`not a SIRET: ${text}`);
  return parsed.value;
};

const holder: SupplierStructure = {
  ...caterer,
  structureId: uuid(0x977),
  siret: siretOf('00000977900018'),
  name: 'Cabinet Hénaff',
};

const later = new Date('2027-06-01T00:00:00Z');
const noon = new Date('2026-03-02T11:00:00Z');

const everything = (side: Side, level: Grant['level']): Grant[] =>
  spacesOf(side).map((space) => ({ space, level }));

/** Puts a person in place who holds one role in one structure; answers how to ask as them. */
export const signedInWith = async (
  test: TestGateway,
  structure: { readonly structureId: string; readonly name: string },
  side: Side,
  role: Role,
  grants: readonly Grant[] = [],
): Promise<{ readonly person: Person; readonly client: ApiClient }> => {
  const userId = newId();
  const membership = {
    structureId: structure.structureId,
    structureName: structure.name,
    side,
    role,
    grants,
  };
  const person: Person = {
    kind: 'person',
    userId,
    name: `Personne ${userId.slice(-6)}`,
    email: `${userId}@exemple.invalid`,
    memberships: [membership],
  };
  const passwordHash = await hash(password, { memoryCost: 8, timeCost: 1 });
  const { name, email } = person;
  await test.persistence.referenceData.savePerson({
    userId,
    name,
    email,
    language: 'fr',
    passwordHash,
    memberships: [membership],
  });
  return { person, client: await ApiClient.signedInAs(person, test.url) };
};

/** The people of the cast of the matrix, in one structure: main manager, deputy, and users. */
export const clientsOf = async (
  test: TestGateway,
  structure: { readonly structureId: string; readonly name: string },
  side: Side,
): Promise<Readonly<Record<string, ApiClient>>> => {
  const letter = side === 'supplier' ? 's' : 'p';
  const { person, client } = await signedInWith(test, structure, side, 'mainManager');
  const user = async (grants: readonly Grant[]) =>
    (await signedInWith(test, structure, side, 'user', grants)).client;
  const create = makeCreateTechnicalAccount({
    work: test.persistence.work,
    newId,
    newToken,
    sha256,
    now: () => new Date(),
  });
  const { structureId } = structure;
  const issued = await create({ structureId, name: 'Programme', scope: programScope(side) }, person);
  if (!issued.ok) throw new Error(`no program: ${issued.refusal.code}`);
  return {
    [`${letter}.main`]: client,
    [`${letter}.deputy`]: (await signedInWith(test, structure, side, 'deputyManager')).client,
    [`${letter}.full`]: await user(everything(side, 'full')),
    [`${letter}.read`]: await user(everything(side, 'read')),
    [`${letter}.none`]: await user([]),
    [`${letter}.program`]: new ApiClient(test.url, issued.value.key),
  };
};

const programScope = (side: Side): Grant[] =>
  side === 'supplier'
    ? [{ space: 'issuedInvoices', level: 'full' }]
    : [
        { space: 'receivedInvoices', level: 'full' },
        { space: 'engagements', level: 'full' },
      ];

/** The stationer and the hospital. */
export const tenantA = { supplier: stationer, entity: hospital } as const;

/** The caterer and the town, with one of everything there is. */
export const arrangeTenantB = async (test: TestGateway): Promise<Tenant> => {
  const { referenceData, work } = test.persistence;
  await referenceData.saveSupplier(holder);
  const books = {
    ...hospitalBooks,
    id: newId(),
    recipientId: town.structureId,
    name: 'Livres de Saint-Aubin',
  };
  await referenceData.saveConnection(books);
  const ref = { recipientId: town.structureId, invoiceId: newId() };
  const reconciliation = {
    recipientId: town.structureId,
    connectionId: books.id,
    id: newId(),
    startedAt: noon,
    counts: { ...noFindings, differentAmount: 1 },
  };
  const invoice = storedInvoice(77, {
    ref,
    number: 'SECRET-F-77',
    supplierId: caterer.structureId,
    supplierName: caterer.name,
    recipientName: town.name,
    engagementNumber: 'SECRET-EJ-77',
  });
  const document = { ...sampleDocument(77), id: newId(), fileName: 'secret-77.xml' };
  await work.run(async (stores) => {
    await stores.invoices.add(invoice, depositEvent, [document]);
    await stores.deliveries.open({
      ref,
      connectionId: books.id,
      revision: 1,
      state: 'waiting',
      attempts: 0,
      createdAt: noon,
    });
    await stores.reconciliations.start(reconciliation);
    await stores.reconciliations.finish({ ...reconciliation, finishedAt: noon }, [
      { finding: 'differentAmount', ref, invoiceNumber: 'SECRET-F-77', remoteId: 'SECRET-7' },
    ]);
  });
  const member = await signedInWith(test, { ...town, name: town.name }, 'publicEntity', 'user');
  const shared = {
    invoiceId: formatInvoiceRef(ref),
    documentId: document.id,
    connectionId: books.id,
    reconciliationId: reconciliation.id,
    uploadId: newId(),
    attachmentUploadIds: newId(),
  };
  const ofSupplier = await furnish(test, caterer.structureId, gilles);
  const ofEntity = await furnish(test, town.structureId, member.person);
  return {
    supplierId: caterer.structureId,
    entityId: town.structureId,
    ids: {
      supplier: { ...shared, ...ofSupplier },
      publicEntity: { ...shared, ...ofEntity },
    },
    markers: [
      'SECRET',
      'Livres de Saint-Aubin',
      'secret-77.xml',
      shared.invoiceId,
      ref.invoiceId,
      document.id,
      books.id,
      reconciliation.id,
      ...Object.entries({ ...ofSupplier, ...ofEntity }).flatMap(([name, id]) =>
        name === 'structureId' || name === 'supplierId' || name === 'clientId' ? [] : [id],
      ),
    ],
  };
};

/** One of everything a structure may have, each with a name or a number that says SECRET. */
const furnish = async (
  { persistence }: TestGateway,
  structureId: string,
  { userId }: Person,
): Promise<Record<string, string>> => {
  const [accountId, keyId, mandateId, claimId, invitationId, requestId, bankAccountId, resetId] = Array.from(
    { length: 8 },
    newId,
  ) as [string, string, string, string, string, string, string, string];
  const by = { createdAt: noon, createdByName: 'SECRET Qui' };
  await persistence.work.run(async (stores) => {
    await stores.technicalAccounts.add({ accountId, structureId, name: 'SECRET Programme', ...by });
    await stores.technicalAccounts.addKey({
      keyId,
      accountId,
      publicPart: `SECRET${keyId.slice(-8)}`,
      keyHash: sha256(keyId),
      scope: [],
      expiresAt: later,
      ...by,
    });
    if (structureId === caterer.structureId) {
      await stores.mandates.add({
        id: mandateId,
        clientId: structureId,
        holderId: holder.structureId,
        kind: 'accountant',
        grants: [],
        state: 'offered',
        reason: 'SECRET mandat',
        startsAt: noon,
        endsAt: later,
        givenAt: noon,
        givenByName: 'SECRET Qui',
      });
    } else {
      await stores.engagements.put([
        {
          recipientId: structureId,
          number: 'SECRET-EJ-77',
          label: 'SECRET Cantine',
          currency: 'EUR',
          source: 'form',
          closed: false,
          updatedAt: noon,
        },
      ]);
    }
    await stores.organisations.addBankAccount({
      structureId,
      bankAccountId,
      label: 'SECRET Compte',
      iban: 'FR7630006000011234567890189',
      owner: 'own',
      validFrom: '2026-01-01',
      addedBy: 'SECRET Qui',
      addedAt: noon,
    });
    await stores.invitations.add({
      id: invitationId,
      structureId,
      email: 'secret@exemple.invalid',
      tokenHash: sha256(invitationId),
      role: 'user',
      grants: [],
      reason: 'SECRET renfort',
      invitedAt: noon,
      invitedBy: userId,
      invitedByName: 'SECRET Qui',
      expiresAt: later,
      state: 'waiting',
    });
    await stores.joinRequests.add({
      id: requestId,
      structureId,
      userId: bystander,
      state: 'waiting',
      message: 'SECRET demande',
      askedAt: noon,
      expiresAt: later,
    });
    await stores.claims.add({
      id: claimId,
      structureId,
      userId: bystander,
      state: 'waiting',
      explanation: 'SECRET motif',
      proof: { sha256: sha256('proof'), fileName: 'secret-kbis.pdf', mediaType: 'application/pdf', size: 12 },
      claimedAt: noon,
    });
    await stores.factorResets.add({
      id: resetId,
      userId,
      state: 'waiting',
      reason: 'SECRET téléphone perdu',
      askedAt: noon,
      device: {},
    });
    await stores.accessTrace.record({
      structureId,
      at: noon,
      byUserId: userId,
      byName: 'SECRET Qui',
      act: 'membership.changed',
      subject: 'SECRET Sujet',
      details: {},
    });
  });
  return {
    structureId,
    supplierId: caterer.structureId,
    clientId: caterer.structureId,
    accountId,
    keyId,
    mandateId,
    claimId,
    invitationId,
    requestId,
    bankAccountId,
    resetId,
    userId,
  };
};

/** Somebody who asks to join and belongs to neither tenant's structure; Alice, who is there anyway. */
const bystander = alice.userId;

/** What an argument called `id` stands for. */
const meanings: Readonly<Record<string, string>> = {
  'Query.invoice': 'invoiceId',
  'Mutation.checkAccountingConnection': 'connectionId',
  'Query.accountingConnection': 'connectionId',
  'Query.reconciliation': 'reconciliationId',
  'Mutation.renamePasskey': 'keyId',
  'Mutation.removePasskey': 'keyId',
  'Mutation.endSession': 'keyId',
};

const meantBy = (name: string, door: string): string | undefined => (name === 'id' ? meanings[door] : name);

/** What the tenant has that this argument of this door may hold. */
export const idOf = ({ ids }: Tenant, side: Side, name: string, door: string): string => {
  const meant = meantBy(name, door);
  const id = meant === undefined ? undefined : ids[side][meant];
  if (id === undefined)
    throw new Error(`${door} takes ${name}: say in tenants.ts what the other tenant has of it`);
  return id;
};

/** The identifier of something that nobody has. */
export const noId = (name: string, door: string): string =>
  meantBy(name, door) === 'invoiceId'
    ? formatInvoiceRef({ recipientId: newId(), invoiceId: newId() })
    : newId();
