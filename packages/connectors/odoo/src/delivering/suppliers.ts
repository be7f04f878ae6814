import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { frenchVatOf } from '@parvis/domain/directory/identifiers/french-vat';
import type { Siren } from '@parvis/domain/directory/siret';
import { z } from 'zod';
import type { OdooClient } from '../protocol/odoo-client.js';
import type { References } from '../reference-data.js';
import { supplierId } from './external-ids.js';
import { load } from './loading.js';

const idRow = z.object({ id: z.int() });

type Supplier = InvoiceEnvelope['supplier'];

/** The supplier's card, by its SIRET, or by what it has instead. */
export const findSupplier = async (
  client: OdooClient,
  supplier: Supplier,
  references: References,
): Promise<number | undefined> => {
  const [partner] = await client.search(
    {
      model: 'res.partner',
      domain: [[fieldOf(supplier, references), '=', supplier.siret ?? supplier.otherIdentifier.value]],
      fields: ['id'],
      limit: 1,
      order: 'id',
    },
    idRow,
  );
  return partner?.id;
};

/** Every card of the same legal entity: a person may have chosen another establishment. */
export const findSameSupplier = async (
  client: OdooClient,
  supplier: Supplier,
  references: References,
): Promise<readonly number[]> => {
  const { siret, otherIdentifier } = supplier;
  const field = fieldOf(supplier, references);
  const condition =
    siret === undefined ? [field, '=', otherIdentifier.value] : [field, '=like', `${siret.slice(0, 9)}%`];
  const rows = await client.search({ model: 'res.partner', domain: [condition], fields: ['id'] }, idRow);
  return rows.map(({ id }) => id);
};

/** Abroad in the Union a supplier is known by its VAT number; other registers have no field of their own. */
const fieldOf = ({ otherIdentifier }: Supplier, { siretField }: References): string => {
  if (otherIdentifier === undefined) return siretField;
  return otherIdentifier.type === 'UE_HORS_FRANCE' ? 'vat' : 'company_registry';
};

/** Found, or made. Made under an external identifier, so that two deliveries at once make one. */
export const ensureSupplier = async (
  client: OdooClient,
  envelope: InvoiceEnvelope,
  references: References,
  payableAccount: number | undefined,
): Promise<number> => {
  const known = await findSupplier(client, envelope.supplier, references);
  if (known !== undefined) return known;
  const values = encodeSupplier(envelope, references, payableAccount);
  return load(client, 'res.partner', { columns: Object.keys(values), rows: [Object.values(values)] });
};

const encodeSupplier = (
  { supplier, invoice }: InvoiceEnvelope,
  references: References,
  payableAccount: number | undefined,
): Record<string, string> => {
  const { siret, otherIdentifier, name } = supplier;
  const { address, vatIdentifier } = invoice.seller;
  const isFrench = siret !== undefined && (address?.country ?? 'FR') === 'FR';
  const identifier = siret ?? otherIdentifier.value;
  return withoutEmpty({
    id: supplierId(siret === undefined ? `${otherIdentifier.type}-${identifier}` : identifier),
    name,
    is_company: '1',
    supplier_rank: '1',
    [fieldOf(supplier, references)]: identifier,
    // Odoo refuses a card whose VAT number is wrong.
    ...(siret && vatIdentifier === frenchVatOf(siret.slice(0, 9) as Siren) ? { vat: vatIdentifier } : {}),
    street: address?.line1,
    street2: [address?.line2, address?.line3].filter(Boolean).join(', '),
    zip: address?.postCode,
    city: address?.city,
    'country_id/.id': isFrench ? String(references.france ?? '') : '',
    'property_account_payable_id/.id': String(payableAccount ?? ''),
  });
};

const withoutEmpty = (values: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  );
