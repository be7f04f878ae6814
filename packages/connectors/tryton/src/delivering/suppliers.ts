import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { Refused } from '@parvis/connector-kit/failures';
import { z } from 'zod';
import type { TrytonClient } from '../protocol/tryton-client.js';
import type { References } from '../reference-data.js';
import type { SupplierThere } from './encode-invoice.js';

const addressRow = z.object({ id: z.int(), party: z.int() });
const idRow = z.object({ id: z.int() });
const ids = z.array(z.int());

/** The supplier's party and establishment: found by SIRET, or made. Tryton 6.0 keeps a SIRET in two parts. */
export const ensureSupplier = async (
  client: TrytonClient,
  envelope: InvoiceEnvelope,
  references: References,
): Promise<SupplierThere> => {
  const { siret } = envelope.supplier;
  const known = await findEstablishment(client, siret);
  if (known) return known;

  const party = await findParty(client, siret.slice(0, 9));
  if (party !== undefined) {
    const address = { ...encodeAddress(envelope, references), party };
    await client.call('party.address', 'create', [[address]], ids);
    return establishment(client, siret);
  }
  const [created] = await client.call('party.party', 'create', [[encodeParty(envelope, references)]], ids);
  const kept = await establishment(client, siret);
  // Another delivery may have made the same supplier at the same moment: the older one stays.
  if (created !== undefined && kept.party !== created) await removeQuietly(client, created);
  return kept;
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
  if (!found)
    throw new Refused('reference-data-missing', `Le fournisseur ${siret} ne se retrouve pas dans Tryton.`);
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

const encodeParty = (envelope: InvoiceEnvelope, references: References): object => {
  const { supplier, invoice } = envelope;
  const vatNumber = invoice.seller.vatIdentifier;
  return {
    name: supplier.name,
    siren: supplier.siret.slice(0, 9),
    ...(vatNumber && isVatNumberOf(vatNumber, supplier.siret)
      ? { identifiers: [['create', [{ type: 'eu_vat', code: vatNumber }]]] }
      : {}),
    addresses: [['create', [encodeAddress(envelope, references)]]],
  };
};

const encodeAddress = ({ supplier, invoice }: InvoiceEnvelope, { france }: References): object => {
  const { address } = invoice.seller;
  const street = [address?.line1, address?.line2, address?.line3].filter(Boolean).join('\n');
  return {
    siret_nic: supplier.siret.slice(9),
    ...(street ? { street } : {}),
    ...(address?.postCode ? { postal_code: address.postCode } : {}),
    ...(address?.city ? { city: address.city } : {}),
    ...(france !== undefined && (address?.country ?? 'FR') === 'FR' ? { country: france } : {}),
  };
};

/** A French VAT number is made from the SIREN: Tryton refuses a party whose number is wrong. CGI ann. IV, art. 112-0. */
export const isVatNumberOf = (vatNumber: string, siret: string): boolean => {
  const siren = siret.slice(0, 9);
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  return vatNumber === `FR${String(key).padStart(2, '0')}${siren}`;
};
