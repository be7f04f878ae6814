import type { Bill } from '../bills/bill.js';
import { openActs } from '../bills/bill-acts.js';
import { type ScenarioStep, scenarioOf } from './scenarios.js';

/**
 * What the practising accountant does with this bill now; undefined while it is too early, when the scenario has come to
 * its end, or when a person has taken another way. One event of the history is one step, after the draft itself.
 */
export const nextStep = (bill: Bill, secondsPerStep: number, now: Date): ScenarioStep | undefined => {
  const step = scenarioOf(bill.reference).steps[bill.history.length - 1];
  const last = bill.history.at(-1);
  if (!step || !last) return undefined;
  const dueAt = new Date(last.at).getTime() + (step.paces ?? 1) * secondsPerStep * 1_000;
  if (now.getTime() < dueAt) return undefined;
  const isOpen = step.act === 'delete' ? bill.state === 'draft' : openActs(bill).includes(step.act);
  return isOpen ? step : undefined;
};
