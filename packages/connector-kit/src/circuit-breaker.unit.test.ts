import type { AccountingConnector } from '@parvis/application/accounting/accounting-connector';
import type { AccountingConnection } from '@parvis/application/accounting/delivery-ledger';
import { hospitalBooks, uuid } from '@parvis/application/testing/cast';
import { say } from '@parvis/domain/display/language';
import { beforeEach, describe, expect, it } from 'vitest';
import { withCircuitBreaker } from './circuit-breaker.js';
import { aDelivery } from './testing/contract-envelope.js';

const otherBooks: AccountingConnection = { ...hospitalBooks, id: uuid(0xbcc) };

describe('the circuit breaker', () => {
  let time: number;
  let calls: string[];
  let down: boolean;
  let ask: (connection: AccountingConnection) => Promise<string>;

  beforeEach(() => {
    time = Date.parse('2026-03-02T09:00:00Z');
    calls = [];
    down = true;
    const open = ({ id }: AccountingConnection): AccountingConnector => ({
      system: 'simulator',
      check: async () => ({ kind: 'fine', version: '1' }),
      preview: async () => ({ kind: 'unavailable', message: say('no answer', 'no answer') }),
      deliver: async () => ({ kind: 'unavailable', message: say('no answer', 'no answer') }),
      statusesAfter: async () => {
        calls.push(id);
        return down && id === hospitalBooks.id
          ? { kind: 'unavailable', message: say('no answer', 'no answer') }
          : { kind: 'page', statuses: [], next: '1', more: false };
      },
    });
    const openConnector = withCircuitBreaker(open, () => new Date(time));
    ask = async (connection) => (await openConnector(connection).statusesAfter(null)).kind;
  });

  const fail = async (times: number): Promise<void> => {
    for (let count = 0; count < times; count += 1) await ask(hospitalBooks);
  };

  it('leaves a system in peace after three calls without answer', async () => {
    await fail(5);
    expect(calls).toHaveLength(3);
  });

  it('does not make others wait', async () => {
    await fail(5);
    expect(await ask(otherBooks)).toBe('page');
  });

  it('tries again after the pause, and waits twice as long when that fails', async () => {
    await fail(3);
    time += 5_000;
    await fail(2);
    expect(calls).toHaveLength(4);
    time += 9_999;
    await fail(1);
    expect(calls).toHaveLength(4);
    time += 1;
    await fail(1);
    expect(calls).toHaveLength(5);
  });

  it('forgets the failures once there is an answer', async () => {
    await fail(2);
    down = false;
    expect(await ask(hospitalBooks)).toBe('page');
    down = true;
    await fail(2);
    expect(calls).toHaveLength(5);
  });

  it('takes news that was posted to us for no answer, and reads it while the system is silent', async () => {
    const away = { kind: 'unavailable', message: say('pas de réponse', 'no answer') } as const;
    let asked = 0;
    const openConnector = withCircuitBreaker(
      () => ({
        system: 'webhook',
        newsIsHere: true,
        check: async () => away,
        preview: async () => {
          asked += 1;
          return away;
        },
        deliver: async () => away,
        statusesAfter: async () => ({ kind: 'page', statuses: [], next: '1', more: false }),
      }),
      () => new Date(time),
    );
    const { envelope } = aDelivery();
    for (let count = 0; count < 5; count += 1) {
      await openConnector(hospitalBooks).preview(envelope);
      expect(await openConnector(hospitalBooks).statusesAfter(null)).toMatchObject({ kind: 'page' });
    }
    expect(asked).toBe(3);
    expect(openConnector(hospitalBooks).newsIsHere).toBe(true);
  });

  it('lets a delivery through for which a person waits, and asks for the others too once it had an answer', async () => {
    const { envelope, key } = aDelivery();
    const away = { kind: 'unavailable', message: say('pas de réponse', 'no answer') } as const;
    let asked = 0;
    const silentOrNot = async () => {
      asked += 1;
      return down ? away : ({ kind: 'accepted', reference: { id: '1' } } as const);
    };
    const openConnector = withCircuitBreaker(
      () => ({
        system: 'simulator',
        check: async () => away,
        preview: async () => away,
        deliver: silentOrNot,
        statusesAfter: async () => away,
      }),
      () => new Date(time),
    );
    const send = (pressing?: boolean) =>
      openConnector(hospitalBooks, undefined, pressing).deliver(envelope, key);
    for (let count = 0; count < 4; count += 1) await send();
    expect(asked).toBe(3);
    expect(await send(true)).toMatchObject({ kind: 'unavailable' });
    expect(asked).toBe(4);
    // Impatience leaves the pause what it was.
    expect(await send()).toMatchObject({ kind: 'unavailable', retryAfterSeconds: 5 });
    down = false;
    expect(await send(true)).toMatchObject({ kind: 'accepted' });
    expect(await send()).toMatchObject({ kind: 'accepted' });
    expect(asked).toBe(6);
  });

  it('guards every question, and passes on whoever listens', async () => {
    const heard: unknown[] = [];
    const away = { kind: 'unavailable', message: say('pas de réponse', 'no answer') } as const;
    const guarded = withCircuitBreaker(
      (_connection, listen) => {
        heard.push(listen);
        const silent = async () => {
          calls.push('asked');
          return away;
        };
        return {
          system: 'simulator',
          check: async () => ({ kind: 'fine', version: '1' }),
          preview: silent,
          deliver: silent,
          statusesAfter: silent,
          billsThere: silent,
        };
      },
      () => new Date(time),
    );
    const listen = () => undefined;
    const connector = guarded(hospitalBooks, listen);
    expect(heard).toEqual([listen]);
    expect(connector.engagements).toBeUndefined();
    for (let count = 0; count < 5; count += 1) await connector.billsThere?.(null);
    expect(await connector.statusesAfter(null)).toMatchObject({ kind: 'unavailable', retryAfterSeconds: 5 });
    expect(calls).toHaveLength(3);
    await connector.check();
    await connector.statusesAfter(null);
    expect(calls).toHaveLength(4);
  });
});
