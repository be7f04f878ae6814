import type { CheckPoint } from '@parvis/application/accounting/accounting-connector';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import { liveTest } from '../live-test.js';
import { ruleConditions } from '../mapping.js';
import type { SettingsField, SetUpStep } from '../set-up.js';
import { pesSettings } from './pes-settings.js';

/** The settings of a PES as steps of setting up, each checked as far as it can be without asking Hélios. */

const budgetFields: readonly SettingsField[] = [
  {
    name: 'siret',
    type: 'text',
    required: true,
    placeholder: '21990012300015',
    label: say('SIRET du budget', 'SIRET of the budget'),
    help: say(
      '14 chiffres. Un budget annexe a souvent le sien.',
      '14 digits. An annexed budget often has its own.',
    ),
  },
  {
    name: 'post',
    type: 'text',
    required: true,
    placeholder: '014099',
    label: say('Poste comptable', 'Accountant’s office'),
    help: say(
      'Son codique : six chiffres, que votre comptable connaît.',
      'Its codique: six digits that your accountant knows.',
    ),
  },
  {
    name: 'collectivity',
    type: 'text',
    required: true,
    placeholder: '123',
    label: say('Code collectivité', 'Collectivity code'),
    help: say(
      'Une à trois lettres ou chiffres, donnés par le poste comptable.',
      'One to three letters or digits, given by the accountant’s office.',
    ),
  },
  {
    name: 'budget',
    type: 'text',
    required: false,
    placeholder: '00',
    label: say('Code budget', 'Budget code'),
    help: say(
      'Une ou deux lettres ou chiffres ; 00 est le budget principal.',
      'One or two letters or digits; 00 is the main budget.',
    ),
  },
  { name: 'budgetName', type: 'text', required: false, label: say('Nom du budget', 'Name of the budget') },
  {
    name: 'finess',
    type: 'text',
    required: false,
    label: say('FINESS', 'FINESS'),
    help: say(
      'Hôpitaux et établissements sociaux seulement : 20 lettres ou chiffres au plus.',
      'Hospitals and social establishments only: at most 20 letters or digits.',
    ),
  },
  {
    name: 'exercise',
    type: 'number',
    required: false,
    label: say('Exercice imposé', 'Fixed accounting year'),
    help: say(
      'Vide : l’année de l’envoi. À remplir pendant la journée complémentaire de janvier.',
      'Empty: the year of sending. Fill in during the complementary days of January.',
    ),
  },
];

const numberField = (name: string, placeholder: string, fr: string, en: string): SettingsField => ({
  name,
  type: 'number',
  required: false,
  placeholder,
  label: say(fr, en),
});

const numberFields: readonly SettingsField[] = [
  numberField('firstBatch', '1', 'Premier bordereau', 'First batch'),
  numberField('firstOrder', '1', 'Premier mandat', 'First order'),
  numberField('firstReductionBatch', '500001', 'Premier bordereau de réduction', 'First batch of reductions'),
  numberField('firstReduction', '500001', 'Première réduction', 'First reduction'),
];

const tenDigits = say('Dix chiffres au plus.', 'At most ten digits.');

const mappingFields: readonly SettingsField[] = [
  {
    name: 'expenseAccount',
    type: 'text',
    required: true,
    placeholder: '6068',
    label: say('Nature par défaut', 'Default nature'),
    help: say(
      'Celle des lignes qu’aucune règle ne concerne ; des chiffres, sans espace.',
      'For lines to which no rule applies; digits, without spaces.',
    ),
  },
  {
    name: 'expenseFunction',
    type: 'text',
    required: false,
    placeholder: '020',
    label: say('Fonction par défaut', 'Default function'),
    help: say(
      'Obligatoire si votre budget est voté par fonction ; vide sinon. Dix chiffres au plus.',
      'Required where your budget is voted by function; empty otherwise. At most ten digits.',
    ),
  },
  {
    name: 'accounts',
    type: 'rows',
    required: false,
    label: say('Règles d’imputation', 'Account rules'),
    help: say(
      'La première règle qui convient décide. Une case vide convient à tout.',
      'The first rule that fits decides. An empty box fits everything.',
    ),
    columns: [
      ...ruleConditions,
      {
        name: 'account',
        type: 'text',
        required: true,
        placeholder: '60612',
        label: say('Nature', 'Nature'),
        help: say('Des chiffres, sans espace.', 'Digits, without spaces.'),
      },
      {
        name: 'function',
        type: 'text',
        required: false,
        label: say('Fonction', 'Function'),
        help: tenDigits,
      },
      {
        name: 'operation',
        type: 'text',
        required: false,
        label: say('Opération', 'Operation'),
        help: tenDigits,
      },
      {
        name: 'analytic',
        type: 'text',
        required: false,
        label: say('Analytique', 'Analytic'),
        help: say('Dix lettres ou chiffres au plus.', 'At most ten letters or digits.'),
      },
    ],
  },
  {
    name: 'services',
    type: 'rows',
    required: false,
    label: say('Services dans Hélios', 'Services in Hélios'),
    help: say(
      'Hélios refuse un code service qu’il ne connaît pas : seuls ceux-ci sont transmis.',
      'Hélios refuses a service code that it does not know: only these are passed on.',
    ),
    columns: [
      { name: 'serviceCode', type: 'text', required: true, label: say('Notre code', 'Our code') },
      { name: 'code', type: 'text', required: true, label: say('Code dans Hélios', 'Code in Hélios') },
    ],
  },
  {
    name: 'vat',
    type: 'choice',
    required: false,
    label: say('TVA', 'VAT'),
    choices: [
      { value: 'inclusive', label: say('Comprise dans la dépense', 'Part of the expense') },
      { value: 'deductible', label: say('Récupérée : montrée à part', 'Recovered: shown apart') },
    ],
  },
  {
    name: 'payableAccount',
    type: 'text',
    required: false,
    placeholder: '4011',
    label: say('Compte de tiers', 'Suppliers account'),
    help: say('Des chiffres, sans espace.', 'Digits, without spaces.'),
  },
  {
    name: 'contractOrders',
    type: 'flag',
    required: false,
    label: say('Mandats sur marché (type 09)', 'Orders on a contract (type 09)'),
  },
  {
    name: 'paymentDays',
    type: 'number',
    required: false,
    placeholder: '30',
    label: say('Délai global de paiement, en jours', 'Legal payment period, in days'),
  },
  {
    name: 'banks',
    type: 'rows',
    required: false,
    label: say('BIC des banques', 'BICs of banks'),
    help: say(
      'Pour les factures qui donnent un IBAN sans BIC, ce qu’Hélios refuse.',
      'For invoices that give an IBAN without a BIC, which Hélios refuses.',
    ),
    columns: [
      {
        name: 'bank',
        type: 'text',
        required: true,
        placeholder: '30001',
        label: say('Code banque, ou début d’IBAN', 'Bank code, or beginning of an IBAN'),
        help: say(
          'Cinq chiffres, ou le pays et la suite d’un IBAN.',
          'Five digits, or the country and what follows in an IBAN.',
        ),
      },
      {
        name: 'bic',
        type: 'text',
        required: true,
        placeholder: 'BDFEFRPP',
        label: say('BIC', 'BIC'),
        help: say('8 ou 11 signes, en capitales.', '8 or 11 signs, in capitals.'),
      },
    ],
  },
];

const { siret, post, collectivity, budget, firstBatch, firstOrder, firstReductionBatch, firstReduction } =
  pesSettings;

const fine = (subject: string, fr: string, en: string, found: { fr: string; en: string }): CheckPoint => ({
  subject,
  label: say(fr, en),
  state: 'fine',
  message: found,
});

/** The steps that come after those of the way there. */
export const pesSteps: readonly SetUpStep[] = [
  {
    key: 'budget',
    title: say('Budget', 'Budget'),
    help: say(
      'Ces codes figurent sur vos bordereaux de mandats ; votre comptable les a tous.',
      'These codes stand on your batches of payment orders; your accountant has them all.',
    ),
    fields: budgetFields,
    test: liveTest(z.object({ siret, post, collectivity, budget }), async (known) => ({
      points: [
        fine(
          'budget',
          'Codes du budget',
          'Codes of the budget',
          say(
            `Budget ${known.budget} de ${known.siret}, collectivité ${known.collectivity}, poste ${known.post}. Hélios les vérifie au premier envoi.`,
            `Budget ${known.budget} of ${known.siret}, collectivity ${known.collectivity}, office ${known.post}. Hélios checks them at the first sending.`,
          ),
        ),
      ],
    })),
  },
  {
    key: 'numbers',
    title: say('Numéros', 'Numbers'),
    help: say(
      'Chaque bordereau et chaque mandat porte un numéro unique dans l’année. Si votre logiciel en émet aussi, convenez avec votre comptable d’une plage réservée à Parvis.',
      'Each batch and each order bears a number of its own in the year. If your software issues some too, agree with your accountant on a range for Parvis.',
    ),
    fields: numberFields,
    test: liveTest(
      z.object({ firstBatch, firstOrder, firstReductionBatch, firstReduction }),
      async (known) => ({
        points: [
          fine(
            'numbers',
            'Premiers numéros',
            'First numbers',
            say(
              `Bordereaux à partir de ${known.firstBatch}, mandats à partir de ${known.firstOrder} ; réductions à partir de ${known.firstReductionBatch} et ${known.firstReduction}.`,
              `Batches from ${known.firstBatch}, orders from ${known.firstOrder}; reductions from ${known.firstReductionBatch} and ${known.firstReduction}.`,
            ),
          ),
        ],
      }),
    ),
  },
  {
    key: 'mapping',
    title: say('Imputation', 'Accounts'),
    help: say(
      'Où chaque ligne de facture se range dans le budget. L’essai à blanc montre le résultat sur vos dernières factures.',
      'Where each invoice line stands in the budget. The dry run shows the result on your last invoices.',
    ),
    fields: mappingFields,
  },
];
