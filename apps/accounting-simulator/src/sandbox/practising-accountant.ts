import { z } from 'zod';
import type { BillBooks } from '../bills/bill-books.js';
import { nextStep } from './next-step.js';

export const practice = z.strictObject({
  /** Between two steps of one bill; 0: nobody practises, and bills wait for a person. */
  secondsPerStep: z.number().min(0).max(86_400),
});

const LOOKS_EVERY_MS = 250;

/** Takes bills through their scenarios by itself, so that an integrator sees every status without an accountant. */
export class PractisingAccountant {
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly books: BillBooks,
    private readonly now: () => Date,
    private pace: z.infer<typeof practice>,
  ) {
    this.timer = setInterval(() => this.work(), LOOKS_EVERY_MS).unref();
  }

  get current(): z.infer<typeof practice> {
    return this.pace;
  }

  change(pace: z.infer<typeof practice>): z.infer<typeof practice> {
    this.pace = pace;
    return pace;
  }

  /** One round over every bill that is not at its end. */
  work(): void {
    const { secondsPerStep } = this.pace;
    if (secondsPerStep === 0) return;
    for (const bill of this.books.unsettled()) {
      const step = nextStep(bill, secondsPerStep, this.now());
      if (!step) continue;
      if (step.act === 'delete') this.books.remove(bill);
      else this.books.act(bill, { act: step.act, reason: step.reason });
    }
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
