import { type Actor, isPrincipal } from '@parvis/domain/access/actor';
import { may } from '@parvis/domain/access/rights';
import type { Engagement } from '@parvis/domain/directory/engagement';
import { accept, type Result, refuse } from '@parvis/domain/result/result';
import { calendarDay } from '@parvis/domain/time/paris';
import { type EngagementValues, engagementPlan } from '../imports/engagement-plan.js';
import type { Clock } from '../ports/platform.js';
import { runOrUndo } from '../ports/run-or-undo.js';
import type { Stores, Work } from '../ports/work.js';
import type { ActRefusal } from '../refusals.js';
import type { EngagementFieldFault } from './engagement-refusal.js';

/** As typed, by the names of the columns an import has. */
export type EngagementFields = Readonly<Record<Exclude<keyof EngagementValues, 'closed'>, string>>;

export interface AddEngagementCommand {
  readonly structureId: string;
  readonly fields: EngagementFields;
}

export type AddEngagement = (
  command: AddEngagementCommand,
  actor: Actor,
) => Promise<Result<Engagement, ActRefusal>>;

/** Adds one engagement from a form: its fields are read as an import reads cells. */
export const makeAddEngagement =
  ({ work, now }: { readonly work: Work; readonly now: Clock }): AddEngagement =>
  ({ structureId, fields }, actor) =>
    runOrUndo<Engagement, ActRefusal>(work, async (stores) => {
      const right = 'engagement:manage';
      if (!isPrincipal(actor)) return refuse({ code: 'signed-out' });
      if (!may(actor, right, structureId)) return refuse({ code: 'not-allowed', right });
      const { values, faults } = readFields(fields);
      if (faults.length > 0) return refuse({ code: 'engagement-field-wrong', faults });
      await stores.engagements.lock(structureId);
      const at = now();
      const scene = {
        structureId,
        actor,
        at,
        day: calendarDay(at),
        serviceCodes: await codesOf(stores, structureId),
      };
      const engagement: Engagement = { ...engagementPlan.build(values, undefined, scene), source: 'form' };
      const wrong = engagementPlan.check(engagement, undefined, scene);
      if (wrong.length > 0)
        return refuse({
          code: 'engagement-field-wrong',
          faults: wrong.map(({ column, ...cause }) => ({ field: column, ...cause })),
        });
      if (await stores.engagements.find(structureId, engagement.number))
        return refuse({ code: 'engagement-number-taken', number: engagement.number });
      await stores.engagements.put([engagement]);
      await stores.accessTrace.record({
        structureId,
        at,
        byUserId: actor.userId,
        byName: actor.name,
        act: 'engagement.added',
        subject: engagement.number,
        details: { ...engagement },
      });
      return accept(engagement);
    });

const readFields = (fields: EngagementFields) => {
  const { columns } = engagementPlan;
  const faults: EngagementFieldFault[] = [];
  const read = <Key extends keyof EngagementFields>(field: Key): EngagementValues[Key] => {
    const column = columns[field];
    const reading = column.read(fields[field].trim());
    if (reading.ok) return reading.value;
    const { ok: _, ...cause } = reading;
    faults.push({ field, ...cause });
    return column.absent;
  };
  const values: EngagementValues = {
    number: read('number'),
    label: read('label'),
    supplier: read('supplier'),
    supplierName: read('supplierName'),
    service: read('service'),
    total: read('total'),
    left: read('left'),
    currency: read('currency'),
    from: read('from'),
    until: read('until'),
    closed: undefined,
  };
  return { values, faults };
};

const codesOf = async ({ serviceBook }: Stores, structureId: string): Promise<ReadonlyMap<string, string>> =>
  new Map((await serviceBook.all(structureId)).map(({ code }) => [code.toLowerCase(), code]));
