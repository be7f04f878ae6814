import type { Buyer, Contact, Identifier, Invoice, PostalAddress, Seller } from '../invoice/invoice.js';
import type { SeededChoices } from './seeded-choices.js';

/** What the VAT of the lines asks of the parties. */
export interface PartyNeeds {
  readonly country: 'FR' | 'IT';
  /** Not at all, or whether it must be there. */
  readonly vatIdentifiers: 'never' | 'ofSeller' | 'ofBoth';
}

type Parties = Pick<Invoice, 'seller' | 'buyer' | 'payee' | 'taxRepresentative'>;

export const randomParties = (choices: SeededChoices, needs: PartyNeeds): Parties => ({
  seller: randomSeller(choices, needs),
  buyer: randomBuyer(choices, needs),
  ...choices.maybe('payee', () => ({
    name: `Affacturage ${words(choices)}`,
    ...choices.maybe('identifier', () => randomIdentifier(choices, 'P')),
    ...choices.maybe('legalRegistration', () => ({ value: '000000349', scheme: '0002' })),
  })),
  ...(needs.vatIdentifiers === 'never'
    ? {}
    : choices.maybe('taxRepresentative', () => ({
        name: `Fiscalité ${words(choices)}`,
        vatIdentifier: 'FR49000000562',
        address: randomAddress(choices, needs.country),
      }))),
});

const randomSeller = (choices: SeededChoices, { country, vatIdentifiers }: PartyNeeds): Seller => ({
  name: `Papeterie ${words(choices)}`,
  ...choices.maybe('tradingName', () => `Chez ${words(choices)}`),
  // Without a scheme first: CII keeps the two kinds apart.
  identifiers: [
    ...choices.some(0, 1, () => ({ value: `S-${choices.between(1, 999)}` })),
    ...choices.some(0, 2, (index) => ({
      value: `00000012500${index}13`,
      scheme: index === 0 ? '0009' : '0088',
    })),
  ],
  legalRegistration: { value: '000000125', scheme: '0002' },
  ...(vatIdentifiers === 'never' ? {} : { vatIdentifier: `${country}96000000125` }),
  ...(vatIdentifiers === 'never' ? {} : choices.maybe('taxRegistration', () => 'REG 77/12')),
  ...choices.maybe('additionalLegalInformation', () => `SARL au capital de ${words(choices)}`),
  ...choices.maybe('electronicAddress', () => randomAddressOfMail(choices)),
  address: randomAddress(choices, country),
  ...choices.maybe('contact', () => randomContact(choices)),
});

const randomBuyer = (choices: SeededChoices, { country, vatIdentifiers }: PartyNeeds): Buyer => ({
  name: `Hôpital ${words(choices)}`,
  ...choices.maybe('tradingName', () => words(choices)),
  identifiers: choices.some(0, 1, () => randomIdentifier(choices, 'B')),
  ...choices.maybe('legalRegistration', () => ({ value: '000002105', scheme: '0002' })),
  ...(vatIdentifiers === 'ofBoth' ? { vatIdentifier: 'DE123456789' } : {}),
  ...choices.maybe('electronicAddress', () => randomAddressOfMail(choices)),
  address: randomAddress(choices, country),
  ...choices.maybe('contact', () => randomContact(choices)),
});

export const randomAddress = (choices: SeededChoices, country: string): PostalAddress => ({
  ...choices.maybe('line1', () => `${choices.between(1, 99)} rue ${words(choices)}`),
  ...choices.maybe('line2', () => words(choices)),
  ...choices.maybe('line3', () => words(choices)),
  ...choices.maybe('city', () => words(choices)),
  ...choices.maybe('postCode', () => String(choices.between(10_000, 99_999))),
  ...choices.maybe('subdivision', () => words(choices)),
  country,
});

const randomContact = (choices: SeededChoices): Contact => ({
  ...choices.maybe('point', () => words(choices)),
  ...choices.maybe('telephone', () => '+33 1 00 00 00 00'),
  email: 'compta@example.org',
});

const randomIdentifier = (choices: SeededChoices, start: string): Identifier =>
  choices.happens()
    ? { value: `${start}-${choices.between(1, 999)}` }
    : { value: `${start}0000012500013`, scheme: '0009' };

const randomAddressOfMail = (choices: SeededChoices): Identifier => ({
  value: choices.one('000000125', '7300010000001'),
  scheme: choices.one('0225', '0088'),
});

/** Words that an XML writer may stumble over. */
export const words = (choices: SeededChoices): string =>
  choices.one(
    'du Bocage',
    'd’Été & Fils',
    '« 3 < 4 > 2 »',
    '"entre guillemets" \'simples\'',
    'Ünïcødé €',
    '日本 🧾',
    ']]> &amp; <b/>',
    'Ligne 1\nLigne 2',
    'x\ty',
  );
