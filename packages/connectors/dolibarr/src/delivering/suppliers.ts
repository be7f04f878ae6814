import type { InvoiceEnvelope } from '@parvis/application/accounting/accounting-connector';
import { NotNow, Refused } from '@parvis/connector-kit/failures';
import { frenchVatOf } from '@parvis/domain/directory/identifiers/french-vat';
import type { Siren } from '@parvis/domain/directory/siret';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { DolibarrClient } from '../protocol/dolibarr-client.js';
import { filterText, numberValue } from '../protocol/values.js';

const idRow = z.object({ id: numberValue });

type Supplier = InvoiceEnvelope['supplier'];

/** The supplier's card: by its SIRET (« Id. prof. 2 »), or by what it has instead. */
export const findSupplier = async (
  client: DolibarrClient,
  supplier: Supplier,
): Promise<number | undefined> => {
  const [row] = await client.list(
    { path: 'thirdparties', filters: [identifierFilter(supplier)], limit: 1 },
    idRow,
  );
  return row?.id;
};

/** Every card of the same legal entity: a person may have chosen another establishment. */
export const findSameSupplier = async (
  client: DolibarrClient,
  supplier: Supplier,
): Promise<readonly number[]> => {
  const { siret } = supplier;
  const filter = siret ? `(t.siret:like:'${siret.slice(0, 9)}%')` : identifierFilter(supplier);
  const rows = await client.list({ path: 'thirdparties', filters: [filter] }, idRow);
  return rows.map(({ id }) => id);
};

const identifierFilter = ({ siret, otherIdentifier }: Supplier): string => {
  if (siret !== undefined) return `(t.siret:=:'${siret}')`;
  const value = filterText(otherIdentifier.value);
  return otherIdentifier.type === 'UE_HORS_FRANCE'
    ? `(t.tva_intra:=:'${value}')`
    : `(t.ref_ext:=:'${externalReference(otherIdentifier)}')`;
};

const externalReference = ({ type, value }: { readonly type: string; readonly value: string }): string =>
  `parvis:supplier:${type}:${filterText(value)}`;

/** Found, or made. Two deliveries at once may make two: the older one stays. */
export const ensureSupplier = async (
  client: DolibarrClient,
  envelope: InvoiceEnvelope,
  payableAccount: string,
): Promise<number> => {
  const known = await findSupplier(client, envelope.supplier);
  if (known !== undefined) return known;
  const body = encodeSupplier(envelope, payableAccount);
  const made = await client.ask({ method: 'POST', path: 'thirdparties', body }, numberValue);
  const kept = await findSupplier(client, envelope.supplier);
  if (kept === undefined) throw new NotNow(vanished);
  if (kept !== made) await removeQuietly(client, made);
  return kept;
};

const removeQuietly = async (client: DolibarrClient, id: number): Promise<void> => {
  try {
    await client.ask({ method: 'DELETE', path: `thirdparties/${id}` }, z.unknown());
  } catch (error) {
    // Where the account may not delete cards, a spare one without bills does no harm.
    if (!(error instanceof Refused)) throw error;
  }
};

/** Dolibarr's own number of France in its table of countries. */
const FRANCE = 1;

const encodeSupplier = ({ supplier, invoice }: InvoiceEnvelope, payableAccount: string): object => {
  const { siret, otherIdentifier, name } = supplier;
  const { address, vatIdentifier } = invoice.seller;
  const street = [address?.line1, address?.line2, address?.line3].filter(Boolean).join('\n');
  const identifiers =
    siret === undefined
      ? otherIdentifier.type === 'UE_HORS_FRANCE'
        ? { tva_intra: otherIdentifier.value }
        : { ref_ext: externalReference(otherIdentifier) }
      : {
          idprof1: siret.slice(0, 9),
          idprof2: siret,
          ...(vatIdentifier === frenchVatOf(siret.slice(0, 9) as Siren) ? { tva_intra: vatIdentifier } : {}),
        };
  return {
    name,
    client: 0,
    fournisseur: 1,
    // Numbered as the entity has chosen.
    code_fournisseur: 'auto',
    code_compta_fournisseur: payableAccount,
    ...identifiers,
    ...(street ? { address: street } : {}),
    ...(address?.postCode ? { zip: address.postCode } : {}),
    ...(address?.city ? { town: address.city } : {}),
    ...(siret && (address?.country ?? 'FR') === 'FR' ? { country_id: FRANCE } : {}),
  };
};

const vanished = say(
  'Le fournisseur vient d’être créé et ne se retrouve pas ; nouvel essai prévu. Vérifiez que le compte voit tous les tiers.',
  'The supplier has just been made and cannot be found; another try is planned. Check that the account sees all third parties.',
);
