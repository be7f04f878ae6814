import { z } from 'zod';
import type { Bill, BillState } from './bill.js';

interface ActRow {
  readonly from: readonly BillState[];
  readonly to: BillState;
  readonly needsReason?: true;
}

/** What the accountant may do with a bill, in the order the buttons stand. */
export const acts = {
  validate: { from: ['draft'], to: 'validated' },
  post: { from: ['draft', 'validated'], to: 'posted' },
  book: { from: ['posted'], to: 'booked' },
  pay: { from: ['posted', 'booked'], to: 'paid' },
  returnPayment: { from: ['paid'], to: 'booked', needsReason: true },
  cancel: { from: ['draft', 'validated', 'posted', 'booked'], to: 'cancelled', needsReason: true },
} as const satisfies Record<string, ActRow>;

export type Act = keyof typeof acts;

export const actNames = Object.keys(acts) as [Act, ...Act[]];

export const actCommand = z.strictObject({
  act: z.enum(actNames),
  reason: z.string().trim().max(255).optional(),
  /** For demonstrations and tests: when it is to have happened; now unless told otherwise. */
  at: z.iso.datetime().optional(),
});

export type ActCommand = z.infer<typeof actCommand>;

export const openActs = ({ state }: Pick<Bill, 'state'>): Act[] =>
  actNames.filter((name) => (acts[name].from as readonly BillState[]).includes(state));

export const needsReason = (act: Act): boolean => 'needsReason' in acts[act];

export type ActRefusal = 'act-closed' | 'reason-required';

/** The bill after the act, or why not. The number is given by the books. */
export const applyAct = (
  bill: Bill,
  { act, reason, at }: ActCommand,
  now: Date,
): { readonly ok: true; readonly bill: Bill } | { readonly ok: false; readonly refusal: ActRefusal } => {
  if (!openActs(bill).includes(act)) return { ok: false, refusal: 'act-closed' };
  if (needsReason(act) && !reason) return { ok: false, refusal: 'reason-required' };
  const state = acts[act].to;
  const event = {
    word: act === 'returnPayment' ? ('returned' as const) : state,
    at: at ?? now.toISOString(),
    ...(reason ? { reason } : {}),
  };
  return { ok: true, bill: { ...bill, state, history: [...bill.history, event] } };
};
