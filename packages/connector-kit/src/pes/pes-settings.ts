import { z } from 'zod';

/** What every way of sending a PES must know: shared by the connector of files and by those of Pastell and S²LOW. */

const nature = z.string().regex(/^[1-9]\d{0,11}$/);
const digits = (longest: number) => z.string().regex(new RegExp(`^\\d{1,${longest}}$`));
const alphanumeric = (longest: number) => z.string().regex(new RegExp(`^[0-9A-Za-z]{1,${longest}}$`));
/** A whole number, as programs write it or as somebody types it into a form. */
export const whole = (least: number, most: number) =>
  z.preprocess(
    (given) => (typeof given === 'string' && /^\d{1,9}$/.test(given.trim()) ? Number(given) : given),
    z.int().min(least).max(most),
  );

const rate = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/);

/** Where a line belongs in the budget. Every condition given must hold; the first rule that fits counts. */
const rule = z.strictObject({
  serviceCode: z.string().trim().min(1).max(100).optional(),
  product: z.string().trim().min(1).max(100).optional(),
  /** 20 means 20 %. */
  vatRate: rate.optional(),
  /** Nature: 60612. */
  account: nature,
  function: digits(10).optional(),
  operation: digits(10).optional(),
  analytic: alphanumeric(10).optional(),
});

export const pesSettings = {
  /** Codique of the accountant's office (IdPost). */
  post: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
  /** SIRET of the budget (IdColl). */
  siret: z.string().regex(/^\d{14}$/),
  /** CodCol, given by the accountant's office. */
  collectivity: alphanumeric(3),
  /** CodBud; 00 for the main budget. */
  budget: z
    .string()
    .regex(/^[0-9A-Za-z]{1,2}$/)
    .default('00'),
  budgetName: z.string().trim().min(1).max(38).optional(),
  /** FinJur: for hospitals and social establishments only. */
  finess: alphanumeric(20).optional(),
  /** The accounting year of every order; that of the day on which the numbers are given otherwise. */
  exercise: whole(2000, 2999).optional(),
  /** First number of ordinary batches (IdBord) and of their orders (IdPce), in a year that has none yet. */
  firstBatch: whole(1, 9_000_000).default(1),
  firstOrder: whole(1, 90_000_000).default(1),
  /** The same for reductions, far away: an acknowledgement names a batch without its type. */
  firstReductionBatch: whole(1, 9_000_000).default(500_001),
  firstReduction: whole(1, 90_000_000).default(500_001),
  /** Nature of a line for which no rule says otherwise. */
  expenseAccount: nature,
  /** Function of a line for which no rule gives one; none where the budget is voted by nature. */
  expenseFunction: digits(10).optional(),
  accounts: z.array(rule).max(500).default([]),
  /** Our service code → the service as Hélios knows it (CodServ). */
  services: z
    .array(z.strictObject({ serviceCode: z.string().trim().min(1), code: z.string().trim().min(1).max(10) }))
    .max(1000)
    .default([]),
  /** CpteTiers: 4011. */
  payableAccount: nature.optional(),
  /**
   * `inclusive`: VAT is part of the expense, as for most purchases of a local authority, which cannot deduct it.
   * `deductible`: VAT beside it.
   */
  vat: z.enum(['inclusive', 'deductible']).default('inclusive'),
  /** Orders on a public contract are of a type of their own (TypPce 09). */
  contractOrders: z.boolean().default(false),
  /** The legal limit to pay, in days: 30, hospitals 50. */
  paymentDays: whole(1, 60).default(30),
  /** BIC of banks, by the five digits of a French bank or by the first signs of an IBAN, where invoices give none. */
  banks: z
    .array(
      z.strictObject({
        bank: z.string().regex(/^(\d{5}|[A-Z]{2}[0-9A-Z]{2,8})$/),
        bic: z.string().regex(/^[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3})?$/),
      }),
    )
    .max(500)
    .default([]),
} as const;

const shape = z.object(pesSettings);

export type PesSettings = z.infer<typeof shape>;
export type BudgetRule = z.infer<typeof rule>;

/** Which budget: the sequences of numbers belong to it. */
export type BudgetKey = Pick<PesSettings, 'siret' | 'budget'>;
