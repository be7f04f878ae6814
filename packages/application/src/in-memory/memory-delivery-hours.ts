import type { Delivery, DeliveryHour } from '../accounting/delivery-ledger.js';

const HOUR_MS = 3_600_000;

/** The hours in which something happened, oldest first. */
export const deliveryHours = (deliveries: readonly Delivery[], from: Date): DeliveryHour[] => {
  const dated = deliveries
    .map((delivery) => ({ delivery, at: momentOf(delivery) }))
    .filter(({ at }) => at >= from);
  return [...Map.groupBy(dated, ({ at }) => Math.floor(at.getTime() / HOUR_MS))]
    .sort(([one], [other]) => one - other)
    .map(([hour, group]) => ({
      hour: new Date(hour * HOUR_MS),
      ...figuresOf(group.map(({ delivery }) => delivery)),
    }));
};

const momentOf = ({ state, createdAt, lastAttemptAt, deliveredAt }: Delivery): Date => {
  if (state === 'delivered') return deliveredAt ?? createdAt;
  return state === 'waiting' || state === 'sending' ? createdAt : (lastAttemptAt ?? createdAt);
};

const figuresOf = (deliveries: readonly Delivery[]): Omit<DeliveryHour, 'hour'> => {
  const done = deliveries.filter(({ state }) => state === 'delivered');
  const waiting = deliveries.filter(({ state }) => state === 'waiting' || state === 'sending').length;
  const delays = done
    .map(({ createdAt, deliveredAt = createdAt }) => (deliveredAt.getTime() - createdAt.getTime()) / 1000)
    .sort((one, other) => one - other);
  return {
    delivered: done.length,
    failed: deliveries.length - done.length - waiting,
    waiting,
    ...(delays.length === 0 ? {} : { medianSeconds: at(delays, 0.5), p95Seconds: at(delays, 0.95) }),
  };
};

/** The value below which this share of them lies, between two of them in proportion, as PostgreSQL has it. */
const at = (sorted: readonly number[], share: number): number => {
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
};
