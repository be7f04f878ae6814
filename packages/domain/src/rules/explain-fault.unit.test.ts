import { describe, expect, it } from 'vitest';
import { Decimal } from '../amount/decimal.js';
import type { Invoice } from '../invoice/invoice.js';
import { aLine, anInvoice } from '../testing/invoice-builder.js';
import { rejectedCases } from '../testing/rejected-cases.js';
import { advice } from './advice/advice.js';
import { en16931 } from './en16931/en16931.js';
import { addedByProfiles } from './en16931/profiles.js';
import { syntaxRules } from './en16931/syntax/syntax-rules.js';
import { noEvidence } from './evidence.js';
import { explainedRules, explainFault } from './explain-fault.js';
import type { Fault } from './fault.js';
import { france, franceAsPublished } from './france/france.js';
import { judge } from './judge.js';
import { engagementRuleIds } from './recipient/judge-engagement.js';
import { recipientRuleIds } from './recipient/recipient-refusals.js';
import { sellerRuleIds } from './seller/judge-seller.js';
import { businessTermIds, businessTermLabel, businessTermName } from './texts/business-terms.js';

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

const fault = (change: Partial<Fault> & Pick<Fault, 'rule'>): Fault => ({
  severity: 'fatal',
  terms: [],
  path: '',
  ...change,
});

/** What a deposit asks beyond the rules of an invoice: who sends it, and under which number. */
const depositRuleIds = [...sellerRuleIds, 'PV-RECIPIENT-MOVED', 'PV-NUMBER-ALREADY-USED'];

const rules = [
  ...en16931.rules,
  ...syntaxRules,
  ...addedByProfiles,
  ...france.rules,
  ...franceAsPublished.rules,
  ...advice.rules,
];

describe('the sentences of faults', () => {
  it('exist for every rule', () => {
    const ids = [...rules.map(({ id }) => id), ...recipientRuleIds, ...engagementRuleIds, ...depositRuleIds];
    expect(ids.filter((id) => !explainedRules.includes(id))).toEqual([]);
  });

  it('exist for no rule that is not there', () => {
    const known = new Set([
      ...rules.map(({ id }) => id),
      ...recipientRuleIds,
      ...engagementRuleIds,
      ...depositRuleIds,
    ]);
    expect(explainedRules.filter((id) => !/^PV-(READ|SCHEMA)-/.test(id) && !known.has(id))).toEqual([]);
  });

  it.each(explainedRules)('of %s are whole, and differ in French and English', (rule) => {
    const [fr, en] = (['fr', 'en'] as const).map((language) =>
      explainFault(fault({ rule, values: { found: '1', recipient: 'Valmont' } }), language),
    );
    for (const part of ['message', 'why', 'nextStep'] as const) {
      expect(fr?.[part]).not.toBe(en?.[part]);
      for (const sentence of [fr?.[part], en?.[part]]) {
        expect(sentence).toMatch(/^[A-ZÀ-ÝŒ«"1-9…].*[.]$/su);
        expect(sentence).not.toMatch(/[{}[\]!]|undefined|veuillez|please| {2}/i);
      }
    }
  });

  it('fill in every figure of the faults the rules find', () => {
    for (const [invoice] of Object.values(rejectedCases))
      for (const found of judge(invoice, { syntax: 'cii' }, [en16931, france]))
        for (const language of ['fr', 'en'] as const) {
          const { message, why, nextStep } = explainFault(found, language);
          expect([found.rule, message, why, nextStep].join(' ')).not.toContain('…');
        }
  });

  it('say money as people write it in each language', () => {
    const taxAmount = Decimal.of('17.99');
    const [breakdown] = anInvoice().vatBreakdown;
    const [wrong] = judge(anInvoice({ vatBreakdown: [{ ...breakdown, taxAmount }] }), {
      syntax: 'cii',
    }).filter(({ rule }) => rule === 'BR-CO-17');
    expect(wrong && plain(explainFault(wrong, 'fr').message)).toBe(
      'Le montant de TVA (17,99 €) ne correspond pas au calcul (20,00 € = 100,00 € × 20 %).',
    );
    expect(wrong && plain(explainFault(wrong, 'fr').nextStep)).toBe(
      'Valeur attendue : 20,00 €. Vérifiez la base, le taux et le montant de TVA.',
    );
    expect(wrong && explainFault(wrong, 'en').message).toBe(
      'The VAT amount (€17.99) does not agree with the calculation (€20.00 = €100.00 × 20%).',
    );
  });

  it('name the recipient and its service', () => {
    const required = fault({
      rule: 'PV-ENGAGEMENT-NUMBER-REQUIRED',
      terms: ['BT-13'],
      values: { recipient: 'Centre hospitalier de Valmont', service: 'Pharmacie' },
    });
    expect(explainFault(required, 'fr')).toEqual({
      label: "Numéro d'engagement (BT-13)",
      message:
        "Il manque le numéro d'engagement. Centre hospitalier de Valmont l'exige pour le service Pharmacie.",
      why: 'Il relie la facture à la commande et permet de la payer.',
      nextStep: 'Vous le trouverez sur le bon de commande.',
    });
  });

  it('name the formats accepted and say in words what was found instead', () => {
    const unknown = fault({ rule: 'PV-READ-UNKNOWN-FORMAT', values: { found: 'text' } });
    expect(explainFault(unknown, 'fr').message).toBe(
      "Ce fichier (du texte) n'est pas d'un format de facture accepté : UBL 2.1, CII (D16B ou D22B) ou Factur-X (PDF).",
    );
    const other = { ...unknown, values: { found: 'FatturaPA' } };
    expect(explainFault(other, 'en').message).toContain('(FatturaPA)');
  });

  it('say in which form a date and a number are expected', () => {
    const date = fault({ rule: 'PV-READ-DATE', values: { found: '02/03/2026' } });
    const number = fault({ rule: 'PV-READ-NUMBER', values: { found: '858,00 €' } });
    for (const language of ['fr', 'en'] as const) {
      expect(explainFault(date, language).nextStep).toContain('2026-03-02');
      expect(explainFault(number, language).nextStep).toContain('858.00');
    }
  });

  it('leave out what is not known', () => {
    const bare = fault({ rule: 'BR-CO-10', terms: ['BT-106'] });
    expect(explainFault(bare, 'fr').message).toBe('Le total des lignes ne correspond pas au calcul.');
    const lineless = fault({ rule: 'BR-24', terms: ['BT-131'] });
    expect(explainFault(lineless, 'fr').message).toBe('Il manque le montant net.');
    expect(explainFault({ ...lineless, values: { line: '3' } }, 'fr').message).toBe(
      'Ligne 3 : il manque le montant net.',
    );
  });

  it('quote a long value in part, and take no orders from it', () => {
    const long = fault({ rule: 'PV-READ-NUMBER', values: { found: `{rule}[${'9'.repeat(500)}` } });
    const { message } = explainFault(long, 'fr');
    expect(message.length).toBeLessThan(120);
    expect(message).toContain('{rule}[');
  });

  it('stand in for a rule of a later version', () => {
    const { message, label } = explainFault(fault({ rule: 'BR-99' }), 'en');
    expect(message).toBe('The invoice does not keep the rule BR-99.');
    expect(label).toBe('File');
  });
});

describe('business terms', () => {
  it('have a name for every term a rule mentions', () => {
    const mentioned = rules.flatMap(({ terms }) => terms);
    expect(mentioned.filter((term) => !businessTermIds.includes(term))).toEqual([]);
  });

  it('cover the norm: BT-1 to BT-165 and BG-1 to BG-32, but for the numbers it leaves out', () => {
    const expected = [
      ...Array.from({ length: 165 }, (_, index) => `BT-${index + 1}`).filter((term) => term !== 'BT-4'),
      ...Array.from({ length: 32 }, (_, index) => `BG-${index + 1}`),
    ];
    expect([...businessTermIds].sort()).toEqual(expected.sort());
  });

  it('are said once in each language', () => {
    for (const language of ['fr', 'en'] as const) {
      const names = businessTermIds.map((term) => businessTermName(term, language));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  it('stay codes where the norm has no such term', () => {
    expect(businessTermLabel('BT-999', 'fr')).toBe('BT-999');
  });

  it.each<[string, Invoice, string, string]>([
    [
      'a rate of the breakdown that no line has',
      anInvoice({
        vatBreakdown: [
          {
            taxableAmount: Decimal.of('100.00'),
            taxAmount: Decimal.of('10.00'),
            category: 'S',
            rate: Decimal.of(10),
          },
        ],
      }),
      'BR-S-08',
      "Aucune ligne n'est à 10 % ; 100,00 € sont à 20 % : le taux de la ventilation de TVA n'est pas celui des lignes.",
    ],
    [
      'the buyer without a number, where both are asked for one',
      anInvoice({
        lines: [aLine({ vatCategory: 'AE', vatRate: Decimal.zero })],
        buyer: { name: 'Centre hospitalier de Valmont', identifiers: [] },
      }),
      'BR-AE-02',
      "Il manque un identifiant de l'acheteur : son numéro de TVA ou son SIREN.",
    ],
  ])('name %s', (_, invoice, rule, sentence) => {
    const found = judge(invoice, { syntax: 'ubl-invoice' }).find((other) => other.rule === rule);
    expect(found && plain(explainFault(found, 'fr').message)).toBe(sentence);
  });

  it('name the total of VAT that is not in the currency of the invoice', () => {
    const evidence = { ...noEvidence, vatTotals: [{ amount: '20.00', currency: 'USD', breakdowns: 1 }] };
    const found = judge(anInvoice(), { syntax: 'ubl-invoice', evidence }).find(
      ({ rule }) => rule === 'BR-CO-15',
    );
    expect(found && explainFault(found, 'en').message).toBe(
      'No total of VAT stands in the currency of the invoice (EUR).',
    );
  });

  it('round an amount that has too many decimals', () => {
    const said = explainFault(fault({ rule: 'BR-DEC-23', values: { found: '207.355' } }), 'fr');
    expect(said.nextStep).toMatch(/^Écrivez 207,36\. /);
  });

  it.each([
    ['lines[1]', 'Il manque la catégorie de TVA dans le détail de TVA de la ligne 2.'],
    ['vatBreakdown[1]', 'Il manque la catégorie de TVA dans la ventilation de TVA.'],
  ])('say of %s where it stands', (path, sentence) => {
    expect(explainFault(fault({ rule: 'BR-47', path }), 'fr').message).toBe(sentence);
  });
});
