import type { ClockEvent } from '@parvis/domain/life-cycle/legal-clock';
import { expect, it, vi } from 'vitest';
import { invoiceClock } from './invoice-clock.js';

const madeAvailableAt = new Date('2026-03-02T11:00:00Z');
const now = new Date('2026-03-12T11:00:00Z');
const hospital = { kind: 'hospital' as const };
const event = (action: ClockEvent['action'], to: ClockEvent['to'], day: string): ClockEvent => ({
  action,
  to,
  moves: true,
  occurredAt: new Date(`${day}T11:00:00Z`),
});

it('is told by the row alone while nothing has interrupted the term', async () => {
  const readHistory = vi.fn<() => Promise<readonly ClockEvent[]>>();
  const row = {
    typeCode: '380',
    madeAvailableAt,
    paymentDueDate: '2026-04-21',
    status: 'takenInCharge' as const,
    statusSince: madeAvailableAt,
  };
  const clock = await invoiceClock(row, hospital, readHistory, now);
  expect(clock).toMatchObject({ dueOn: '2026-04-21', days: 50, elapsedDays: 10, running: true, late: false });
  expect(readHistory).not.toHaveBeenCalled();
});

it('stops on the day of the payment', async () => {
  const row = {
    typeCode: '380',
    madeAvailableAt,
    paymentDueDate: '2026-04-21',
    status: 'inPayment' as const,
    statusSince: new Date('2026-03-07T11:00:00Z'),
  };
  const clock = await invoiceClock(row, hospital, async () => [], now);
  expect(clock).toMatchObject({ elapsedDays: 5, running: false });
});

it('is told by the history once the term was interrupted', async () => {
  const history = [
    event('makeAvailable', 'madeAvailable', '2026-03-02'),
    event('suspend', 'suspended', '2026-03-05'),
    event('complete', 'completed', '2026-03-10'),
  ];
  const row = {
    typeCode: '380',
    madeAvailableAt,
    paymentDueDate: '2026-04-26',
    status: 'completed' as const,
    statusSince: now,
  };
  const clock = await invoiceClock(row, hospital, async () => history, now);
  expect(clock).toMatchObject({ startedOn: '2026-03-10', days: 47, elapsedDays: 2, running: true });
});

it('runs on through a second suspension', async () => {
  const history = [
    event('makeAvailable', 'madeAvailable', '2026-03-02'),
    event('suspend', 'suspended', '2026-03-05'),
    event('complete', 'completed', '2026-03-07'),
    event('suspend', 'suspended', '2026-03-09'),
  ];
  const row = {
    typeCode: '380',
    madeAvailableAt,
    paymentDueDate: '2026-04-23',
    status: 'suspended' as const,
    statusSince: new Date('2026-03-09T11:00:00Z'),
  };
  const clock = await invoiceClock(row, hospital, async () => history, now);
  expect(clock).toMatchObject({ dueOn: '2026-04-23', elapsedDays: 5, running: true });
});

it('has not started before the invoice is made available', async () => {
  const row = { typeCode: '380', status: 'deposited' as const, statusSince: now };
  expect(await invoiceClock(row, hospital, async () => [], now)).toBeUndefined();
});

it('does not run for a credit note, on which nothing is to be paid', async () => {
  const row = {
    typeCode: '381',
    madeAvailableAt,
    status: 'madeAvailable' as const,
    statusSince: madeAvailableAt,
  };
  expect(await invoiceClock(row, hospital, async () => [], now)).toBeUndefined();
});
