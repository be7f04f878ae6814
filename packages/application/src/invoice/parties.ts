import { parseSiret, type Siren, type Siret, sirenOf } from '@parvis/domain/directory/siret';
import type { Buyer, Identifier, Seller } from '@parvis/domain/invoice/invoice';

/** ISO 6523: 0009 names a SIRET, 0002 a SIREN. */
const SIRET_SCHEME = '0009';

type Party = Pick<Seller | Buyer, 'identifiers' | 'legalRegistration' | 'electronicAddress'>;

/** The party's SIRET as written in BT-29 or BT-46, else in its registration or electronic address. */
const siretIn = ({ identifiers, legalRegistration, electronicAddress }: Party): Siret | undefined => {
  const named = [...identifiers, legalRegistration, electronicAddress].filter(isSiret);
  const [first] = named.flatMap(({ value }) => {
    const siret = parseSiret(value);
    return siret.ok ? [siret.value] : [];
  });
  return first;
};

const isSiret = (identifier: Identifier | undefined): identifier is Identifier =>
  identifier?.scheme === SIRET_SCHEME;

export const buyerSiret = (buyer: Buyer): Siret | undefined => siretIn(buyer);

/** The legal unit that sells, from its SIRET or from BT-30. */
export const sellerSiren = (seller: Seller): Siren | undefined => {
  const siret = siretIn(seller);
  if (siret) return sirenOf(siret);
  const digits = seller.legalRegistration?.value.replaceAll(/\s/g, '') ?? '';
  return /^\d{9}(\d{5})?$/.test(digits) ? (digits.slice(0, 9) as Siren) : undefined;
};
