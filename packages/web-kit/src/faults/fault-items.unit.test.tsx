import { describe, expect, it } from 'vitest';
import type { FaultFieldsFragment } from '../gql/graphql.js';
import { faultItems } from './fault-items.js';

const fault = (rule: string, rest: Partial<FaultFieldsFragment> = {}): FaultFieldsFragment => ({
  rule,
  severity: 'FATAL',
  terms: ['BT-97'],
  path: 'allowances[0].reason',
  location: null,
  label: 'Motif de la remise (BT-97)',
  message: "Il manque le motif d'une remise.",
  why: '',
  nextStep: '',
  found: null,
  choices: [],
  patch: null,
  ...rest,
});

describe('fault items', () => {
  it('are one for two rules that say the same of one place, and name both', () => {
    expect(faultItems([fault('BR-33'), fault('BR-CO-21')])).toMatchObject([
      { rule: 'BR-33 · BR-CO-21 · BT-97', severity: 'blocking' },
    ]);
  });

  it('are one each for two places, severities or sentences', () => {
    const faults = [
      fault('BR-33'),
      fault('BR-33', { path: 'allowances[1].reason' }),
      fault('BR-33', { severity: 'WARNING' }),
      fault('BR-33', { message: 'Autre chose.' }),
    ];
    expect(new Set(faultItems(faults).map(({ key }) => key)).size).toBe(4);
  });

  it.each([
    ['1711.31', 'Le total (1\u202f711,31\u00a0€) ne correspond pas.', '1\u202f711,31'],
    ['1711.31', 'The total (€1,711.31) does not agree.', '1,711.31'],
    ['207.360', 'Ce montant (207.360) a plus de deux décimales.', '207.360'],
    ['20', 'Le taux (20 %) ne convient pas.', '20'],
    ['PB 12', 'Le numéro « PB 12 » contient une espace.', 'PB 12'],
  ])('write %s as the sentence does', (found, message, shown) => {
    expect(faultItems([fault('BR-CO-10', { found, message })])).toMatchObject([{ found: shown }]);
  });

  it('know remarks for the software from what concerns the invoice', () => {
    const rules = ['UBL-CR-001', 'CII-DT-031', 'PV-SCHEMA-ORDER', 'BR-33'];
    expect(
      faultItems(rules.map((rule) => fault(rule, { path: rule }))).map(({ technical }) => technical),
    ).toEqual([true, true, true, false]);
  });
});
