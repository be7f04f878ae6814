import { describe, expect, it } from 'vitest';
import { type ClockEvent, dueDateFrom, legalClock } from './legal-clock.js';

const at = (day: string, time = '09:00'): Date => new Date(`${day}T${time}:00Z`);

const event = (action: ClockEvent['action'], to: ClockEvent['to'], day: string): ClockEvent => ({
  action,
  to,
  moves: true,
  occurredAt: at(day),
});

const available = event('makeAvailable', 'madeAvailable', '2026-03-02');

describe('the legal limit to pay', () => {
  it('does not run before the invoice is made available', () => {
    expect(legalClock([event('deposit', 'deposited', '2026-03-01')], 30, at('2026-03-05'))).toBeUndefined();
  });

  it('counts days from the one on which the recipient has the invoice', () => {
    expect(legalClock([available], 50, at('2026-03-14'))).toEqual({
      startedOn: '2026-03-02',
      dueOn: '2026-04-21',
      days: 50,
      elapsedDays: 12,
      running: true,
      late: false,
    });
  });

  it('is not late on the last day, and late on the next', () => {
    expect(legalClock([available], 30, at('2026-04-01'))?.late).toBe(false);
    expect(legalClock([available], 30, at('2026-04-02'))?.late).toBe(true);
  });

  it('counts the day of Paris, not of Greenwich', () => {
    expect(dueDateFrom(new Date('2026-03-01T23:30:00Z'), 30)).toBe('2026-04-01');
    expect(dueDateFrom(new Date('2026-07-01T22:30:00Z'), 30)).toBe('2026-08-01');
    expect(dueDateFrom(new Date('2026-03-01T22:30:00Z'), 30)).toBe('2026-03-31');
  });

  it('stops at the suspension', () => {
    const clock = legalClock([available, event('suspend', 'suspended', '2026-03-12')], 30, at('2026-06-01'));
    expect(clock).toMatchObject({
      elapsedDays: 10,
      running: false,
      late: false,
      interruption: { from: '2026-03-12' },
    });
  });

  it('opens a new term of 30 days on completion', () => {
    const events = [
      available,
      event('suspend', 'suspended', '2026-03-12'),
      event('complete', 'completed', '2026-03-20'),
    ];
    expect(legalClock(events, 30, at('2026-03-25'))).toEqual({
      startedOn: '2026-03-20',
      dueOn: '2026-04-19',
      days: 30,
      elapsedDays: 5,
      running: true,
      late: false,
      interruption: { from: '2026-03-12', to: '2026-03-20' },
    });
  });

  it('opens a term of what was left when that is longer', () => {
    const events = [
      available,
      event('suspend', 'suspended', '2026-03-12'),
      event('complete', 'completed', '2026-03-20'),
    ];
    expect(legalClock(events, 50, at('2026-03-25'))).toMatchObject({ days: 40, dueOn: '2026-04-29' });
  });

  it('is interrupted once only', () => {
    const once = [
      available,
      event('suspend', 'suspended', '2026-03-12'),
      event('complete', 'completed', '2026-03-20'),
    ];
    const twice = [
      ...once,
      event('suspend', 'suspended', '2026-03-22'),
      event('complete', 'completed', '2026-05-02'),
    ];
    const now = at('2026-05-10');
    expect(legalClock(twice, 30, now)).toEqual(legalClock(once, 30, now));
    expect(legalClock(twice.slice(0, -1), 30, now)).toMatchObject({ running: true, late: true });
  });

  it('stays as it was when the invoice was paid', () => {
    const events = [available, event('startPayment', 'inPayment', '2026-03-27')];
    expect(legalClock(events, 30, at('2027-01-01'))).toMatchObject({
      elapsedDays: 25,
      running: false,
      late: false,
    });
  });

  it('remembers that the payment was late', () => {
    const events = [available, event('startPayment', 'inPayment', '2026-04-05')];
    expect(legalClock(events, 30, at('2026-04-06'))).toMatchObject({ running: false, late: true });
  });

  it('goes on when the payment comes back', () => {
    const events = [
      available,
      event('startPayment', 'inPayment', '2026-03-27'),
      event('returnPayment', 'booked', '2026-03-30'),
    ];
    expect(legalClock(events, 30, at('2026-04-05'))).toMatchObject({ running: true, late: true });
  });

  it('ends with a refusal', () => {
    const events = [available, event('refuse', 'refused', '2026-03-10')];
    expect(legalClock(events, 30, at('2026-06-10'))).toMatchObject({ running: false, late: false });
  });

  it('leaves out what came late and moved nothing', () => {
    const late: ClockEvent = { ...event('suspend', 'suspended', '2026-03-05'), moves: false };
    expect(legalClock([available, late], 30, at('2026-03-10'))).toMatchObject({ running: true });
  });
});
