import type { DeliveryKey } from '@parvis/application/accounting/accounting-connector';
import type { GivenNumber } from '@parvis/application/accounting/connection-number-store';
import type { ConnectorNumbers } from '../connector-tools.js';
import type { PesSettings } from '../pes/pes-settings.js';

/** Settings of a PES for tests; codes are invented. */
export const somePesSettings: PesSettings = {
  post: '014099',
  siret: '21990012300015',
  collectivity: '123',
  budget: '00',
  budgetName: 'Commune de Valmont-sur-Orne',
  firstBatch: 42,
  firstOrder: 1187,
  firstReductionBatch: 500_001,
  firstReduction: 500_001,
  expenseAccount: '6068',
  expenseFunction: '020',
  accounts: [
    { product: 'papier', account: '6064', function: '211' },
    { serviceCode: 'RESTAURATION', vatRate: '5.5', account: '60623', function: '251' },
  ],
  services: [{ serviceCode: 'RESTAURATION', code: 'SCOLAIRE' }],
  vat: 'inclusive',
  contractOrders: false,
  paymentDays: 30,
  banks: [{ bank: '30001', bic: 'BDFEFRPPCCT' }],
};

/** Numbers as the platform's store gives them, in memory. */
export const someNumbers = (
  now: () => Date = () => new Date('2026-11-21T09:00:00.000Z'),
): ConnectorNumbers => {
  const sequences = new Map<string, Map<DeliveryKey, GivenNumber>>();
  const of = (sequence: string): Map<DeliveryKey, GivenNumber> => {
    const known = sequences.get(sequence) ?? new Map<DeliveryKey, GivenNumber>();
    sequences.set(sequence, known);
    return known;
  };
  return {
    next: async (sequence, key, first = 1) => {
      const known = of(sequence).get(key);
      if (known) return known;
      const last = Math.max(0, ...[...of(sequence).values()].map(({ number }) => number));
      const given = { key, number: Math.max(last + 1, first), givenAt: now() };
      of(sequence).set(key, given);
      return given;
    },
    find: async (sequence, key) => of(sequence).get(key),
    note: async (sequence, key, note) => {
      const known = of(sequence).get(key);
      if (!known) throw new Error(`no number was given to ${key} in ${sequence}`);
      of(sequence).set(key, { ...known, note });
    },
    after: async (sequence, number, limit) =>
      [...of(sequence).values()]
        .filter((given) => given.number > number)
        .toSorted((one, other) => one.number - other.number)
        .slice(0, limit),
  };
};
