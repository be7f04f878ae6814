import type { Actor } from '@parvis/domain/access/actor';
import { accept, type Result } from '@parvis/domain/result/result';
import type { Clock } from '../ports/platform.js';
import type { Work } from '../ports/work.js';
import type { ConnectionRefusal } from './connection-refusal.js';
import type { DeliveryHour } from './delivery-ledger.js';
import { connectionWithin } from './operated-connection.js';

export interface DeliveryFiguresPorts {
  readonly work: Work;
  readonly now: Clock;
}

export interface DeliveryFiguresCommand {
  readonly connectionId: string;
  /** 1 to 168; the present hour counts as one. */
  readonly hours: number;
}

export type DeliveryFigures = (
  command: DeliveryFiguresCommand,
  actor: Actor,
) => Promise<Result<readonly DeliveryHour[], ConnectionRefusal>>;

const HOUR_MS = 3_600_000;
const WEEK_IN_HOURS = 168;

/** How a connection fared in the last hours, one row for each hour, oldest first. */
export const makeDeliveryFigures =
  ({ work, now }: DeliveryFiguresPorts): DeliveryFigures =>
  ({ connectionId, hours }, actor) =>
    work.run(async (stores) => {
      const found = await connectionWithin(stores, connectionId, actor, 'connector:read');
      if (!found.ok) return found;
      const count = Math.min(Math.max(hours, 1), WEEK_IN_HOURS);
      const last = Math.floor(now().getTime() / HOUR_MS);
      const first = last - count + 1;
      const from = new Date(first * HOUR_MS);
      const known = await stores.deliveries.perHour(found.value.recipientId, connectionId, from);
      const byHour = new Map(known.map((hour) => [hour.hour.getTime(), hour]));
      return accept(
        Array.from({ length: count }, (_, index) => {
          const hour = (first + index) * HOUR_MS;
          return byHour.get(hour) ?? quiet(new Date(hour));
        }),
      );
    });

const quiet = (hour: Date): DeliveryHour => ({ hour, delivered: 0, failed: 0, waiting: 0 });
