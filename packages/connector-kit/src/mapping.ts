import { Decimal } from '@parvis/domain/amount/decimal';
import { say } from '@parvis/domain/display/language';
import { z } from 'zod';
import type { SettingsField } from './set-up.js';

/** Where a line of a bill belongs in the entity's books: what the entity writes once, and we apply to every line. */

const code = z.string().trim().min(1).max(40);
const rate = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/);

/** Every condition given must hold; a rule without a condition always fits. */
export const accountRule = z.strictObject({
  serviceCode: code.optional(),
  /** Words that stand in the line's label, in any case, with or without accents. */
  product: z.string().trim().min(1).max(100).optional(),
  /** 20 means 20 %. */
  vatRate: rate.optional(),
  account: code,
});

export type AccountRule = z.infer<typeof accountRule>;

/** The settings that systems with accounts have in common; spread into a connector's own shape. */
export const mappingSettings = {
  /** Account on which suppliers are owed: `40110`. */
  payableAccount: code,
  /** Account of a line for which no rule says otherwise. */
  expenseAccount: code,
  /** The first rule that fits counts. */
  accounts: z.array(accountRule).max(500).default([]),
  /** Journal of supplier bills, by its code; the system's first one otherwise. */
  journal: code.optional(),
  /** The purchase tax of a rate, by its name there, where the rate alone does not tell. */
  taxes: z
    .array(z.strictObject({ rate, name: z.string().trim().min(1) }))
    .max(50)
    .default([]),
  /** How many euros the books may differ from the invoice before somebody must look: `0.02`. */
  tolerance: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,2})?$/)
    .default('0'),
} as const;

/** What a rule may ask of a line. */
export interface MappedLine {
  readonly serviceCode?: string | undefined;
  readonly label: string;
  readonly vatRate: Decimal;
}

/** The account of the first rule that fits, else `fallback`. */
export const accountFor = (rules: readonly AccountRule[], fallback: string, line: MappedLine): string =>
  ruleFor(rules, line)?.account ?? fallback;

/** The first rule that fits, for systems whose rules tell more than an account. */
export const ruleFor = <Rule extends Omit<AccountRule, 'account'>>(
  rules: readonly Rule[],
  line: MappedLine,
): Rule | undefined => rules.find((rule) => fits(rule, line));

const fits = ({ serviceCode, product, vatRate }: Omit<AccountRule, 'account'>, line: MappedLine): boolean =>
  (serviceCode === undefined || serviceCode === line.serviceCode) &&
  (product === undefined || plain(line.label).includes(plain(product))) &&
  (vatRate === undefined || Decimal.of(vatRate).equals(line.vatRate));

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Every account the rules may name: what a check-up looks for there. */
export const accountsNamed = (settings: {
  readonly payableAccount: string;
  readonly expenseAccount: string;
  readonly accounts: readonly AccountRule[];
}): readonly string[] => [
  ...new Set([
    settings.payableAccount,
    settings.expenseAccount,
    ...settings.accounts.map(({ account }) => account),
  ]),
];

const rateHelp = say('En pour cent, sans le signe %.', 'In per cent, without the sign %.');

/** What a rule may ask of a line, as columns of a page. */
export const ruleConditions = [
  { name: 'serviceCode', type: 'text', required: false, label: say('Service', 'Service') },
  { name: 'product', type: 'text', required: false, label: say('Mots du libellé', 'Words in the label') },
  {
    name: 'vatRate',
    type: 'number',
    required: false,
    placeholder: '20',
    label: say('Taux de TVA', 'VAT rate'),
    help: rateHelp,
  },
] as const satisfies readonly SettingsField[];

/** The same settings as fields of a page. */
export const mappingFields: readonly SettingsField[] = [
  {
    name: 'payableAccount',
    type: 'lookUp',
    required: true,
    label: say('Compte fournisseurs', 'Suppliers account'),
    help: say(
      'Le compte sur lequel la dette est inscrite : 4011 en M57.',
      'The account on which you owe: 4011 in M57.',
    ),
  },
  {
    name: 'expenseAccount',
    type: 'lookUp',
    required: true,
    label: say('Compte de charge par défaut', 'Default expense account'),
    help: say(
      'Celui des lignes qu’aucune règle ci-dessous ne concerne.',
      'For lines to which no rule below applies.',
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
      { name: 'account', type: 'lookUp', required: true, label: say('Compte', 'Account') },
    ],
  },
  {
    name: 'journal',
    type: 'lookUp',
    required: false,
    label: say('Journal des achats', 'Purchase journal'),
    help: say('Vide : le premier journal d’achats trouvé.', 'Empty: the first purchase journal found.'),
  },
  {
    name: 'taxes',
    type: 'rows',
    required: false,
    label: say('Taxes par taux', 'Taxes by rate'),
    help: say(
      'Seulement si plusieurs taxes ont le même taux dans votre logiciel.',
      'Only where your system has several taxes of one rate.',
    ),
    columns: [
      {
        name: 'rate',
        type: 'number',
        required: true,
        placeholder: '20',
        label: say('Taux', 'Rate'),
        help: rateHelp,
      },
      { name: 'name', type: 'lookUp', required: true, label: say('Taxe', 'Tax') },
    ],
  },
  {
    name: 'tolerance',
    type: 'number',
    required: false,
    placeholder: '0,00',
    label: say('Écart accepté, en euros', 'Accepted difference, in euros'),
    help: say(
      'Au-delà, la facture est mise de côté et quelqu’un doit regarder.',
      'Beyond it the invoice is set aside for somebody to look at.',
    ),
  },
];
