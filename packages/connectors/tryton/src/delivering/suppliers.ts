import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { Refused } from '@parvis/connector-kit/failures';
import { frenchVatOf } from '@parvis/domain/directory/identifiers/french-vat';
import type { Siren } from '@parvis/domain/directory/siret';
import type { StructureIdentifier } from '@parvis/domain/directory/structure-identifier';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { TrytonClient } from '../protocol/tryton-client.js';
import type { References } from '../reference-data.js';
import type { SupplierThere } from './encode-invoice.js';

const addressRow = z.object({ id: z.int(), party: z.int() });
const idRow = z.object({ id: z.int() });
const ids = z.array(z.int());

/** The supplier's party and establishment: found, or made. */
export const ensureSupplier = (
  client: TrytonClient,
  envelope: InvoiceEnvelope,
  references: References,
): Promise<SupplierThere> => {
  const { siret, otherIdentifier } = envelope.supplier;
  return siret === undefined
    ? ensureForeignSupplier(client, envelope, otherIdentifier)
    : ensureEstablishment(client, { envelope, references, siret });
};

/** Who bears this identifier there, without making anybody. */
export const findSupplier = (
  client: TrytonClient,
  { supplier: { siret, otherIdentifier } }: InvoiceEnvelope,
): Promise<SupplierThere | undefined> =>
  siret === undefined ? findByIdentifier(client, otherIdentifier) : findEstablishment(client, siret);

const lost = (identifier: string): Refused =>
  new Refused(
    'reference-data-missing',
    say(
      `Le fournisseur ${identifier} ne se retrouve pas dans Tryton.`,
      `The supplier ${identifier} cannot be found again in Tryton.`,
    ),
  );

interface FrenchSupplier {
  readonly envelope: InvoiceEnvelope;
  readonly references: References;
  readonly siret: string;
}

/** By SIRET, which Tryton 6.0 keeps in two parts. */
const ensureEstablishment = async (
  client: TrytonClient,
  supplier: FrenchSupplier,
): Promise<SupplierThere> => {
  const { siret } = supplier;
  const known = await findEstablishment(client, siret);
  if (known) return known;

  const party = await findParty(client, siret.slice(0, 9));
  if (party !== undefined) {
    const address = { ...encodeEstablishment(supplier), party };
    await client.call('party.address', 'create', [[address]], ids);
    return establishment(client, siret);
  }
  const [created] = await client.call('party.party', 'create', [[encodeParty(supplier)]], ids);
  const kept = await establishment(client, siret);
  // Another delivery may have made the same supplier at the same moment: the older one stays.
  if (created !== undefined && kept.party !== created) await removeQuietly(client, created);
  return kept;
};

/** By the identifier it has instead of a SIRET; the oldest stays where two deliveries made it at once. */
const ensureForeignSupplier = async (
  client: TrytonClient,
  envelope: InvoiceEnvelope,
  identifier: StructureIdentifier,
): Promise<SupplierThere> => {
  const known = await findByIdentifier(client, identifier);
  if (known) return known;
  const party = {
    name: envelope.supplier.name,
    identifiers: [['create', [{ type: identifierTypeThere(identifier), code: identifier.value }]]],
    addresses: [['create', [encodeAddress(envelope)]]],
  };
  const [created] = await client.call('party.party', 'create', [[party]], ids);
  const kept = await findByIdentifier(client, identifier);
  if (!kept) throw lost(identifier.value);
  if (created !== undefined && kept.party !== created) await removeQuietly(client, created);
  return kept;
};

/** Tryton checks VAT numbers of the Union; other registers it does not know. */
const identifierTypeThere = ({ type, value }: StructureIdentifier): string | null =>
  type === 'UE_HORS_FRANCE' && !value.startsWith('XI') ? 'eu_vat' : null;

const findByIdentifier = async (
  client: TrytonClient,
  { value }: StructureIdentifier,
): Promise<SupplierThere | undefined> => {
  const domain = [['party.identifiers.code', '=', value]];
  const search = { domain, limit: 1, order: [['id', 'ASC']] as const, fields: ['party'] };
  const [row] = await client.search('party.address', search, addressRow);
  return row && { party: row.party, address: row.id };
};

const findEstablishment = async (client: TrytonClient, siret: string): Promise<SupplierThere | undefined> => {
  const domain = [
    ['party.siren', '=', siret.slice(0, 9)],
    ['siret_nic', '=', siret.slice(9)],
  ];
  const search = { domain, limit: 1, order: [['id', 'ASC']] as const, fields: ['party'] };
  const [row] = await client.search('party.address', search, addressRow);
  return row && { party: row.party, address: row.id };
};

const establishment = async (client: TrytonClient, siret: string): Promise<SupplierThere> => {
  const found = await findEstablishment(client, siret);
  if (!found) throw lost(siret);
  return found;
};

const findParty = async (client: TrytonClient, siren: string): Promise<number | undefined> => {
  const search = {
    domain: [['siren', '=', siren]],
    limit: 1,
    order: [['id', 'ASC']] as const,
    fields: ['id'],
  };
  const [row] = await client.search('party.party', search, idRow);
  return row?.id;
};

const removeQuietly = async (client: TrytonClient, party: number): Promise<void> => {
  try {
    await client.call('party.party', 'delete', [[party]], z.unknown());
  } catch (error) {
    // Where the account may not delete parties, a spare one without bills does no harm.
    if (!(error instanceof Refused)) throw error;
  }
};

const encodeParty = (supplier: FrenchSupplier): object => {
  const { envelope, siret } = supplier;
  const vatNumber = envelope.invoice.seller.vatIdentifier;
  return {
    name: envelope.supplier.name,
    siren: siret.slice(0, 9),
    ...(vatNumber && isVatNumberOf(vatNumber, siret)
      ? { identifiers: [['create', [{ type: 'eu_vat', code: vatNumber }]]] }
      : {}),
    addresses: [['create', [encodeEstablishment(supplier)]]],
  };
};

const encodeEstablishment = ({ envelope, references: { france }, siret }: FrenchSupplier): object => ({
  siret_nic: siret.slice(9),
  ...encodeAddress(envelope),
  ...(france !== undefined && (envelope.invoice.seller.address?.country ?? 'FR') === 'FR'
    ? { country: france }
    : {}),
});

const encodeAddress = ({ invoice }: InvoiceEnvelope): object => {
  const { address } = invoice.seller;
  const street = [address?.line1, address?.line2, address?.line3].filter(Boolean).join('\n');
  return {
    ...(street ? { street } : {}),
    ...(address?.postCode ? { postal_code: address.postCode } : {}),
    ...(address?.city ? { city: address.city } : {}),
  };
};

/** A French VAT number is made from the SIREN: Tryton refuses a party whose number is wrong. */
export const isVatNumberOf = (vatNumber: string, siret: string): boolean =>
  vatNumber === frenchVatOf(siret.slice(0, 9) as Siren);
