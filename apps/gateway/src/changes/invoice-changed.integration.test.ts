import { alice, claire, elise, gilles } from '@parvis/application/testing/cast';
import { parseInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ApiClient } from '../testing/api-client.js';
import { depositInvoice, routeInvoice } from '../testing/arrange.js';
import { type Change, countFollowers, Subscriber } from '../testing/subscriber.js';
import { startTestGateway, type TestGateway } from '../testing/test-gateway.js';

let test: TestGateway;
let supplier: ApiClient;
let hospitalAgent: ApiClient;
const subscribers: Subscriber[] = [];
beforeAll(async () => {
  test = await startTestGateway();
  supplier = await ApiClient.signedInAs(alice, test.url);
  hospitalAgent = await ApiClient.signedInAs(claire, test.url);
});
afterEach(async () => {
  for (const subscriber of subscribers.splice(0)) await subscriber.close();
  await vi.waitFor(async () => expect(await countFollowers(test.url)).toBe(0));
});
afterAll(() => test.close());

const subscriber = (identity: ConstructorParameters<typeof Subscriber>[1]): Subscriber => {
  const opened = new Subscriber(test.url, identity);
  subscribers.push(opened);
  return opened;
};
const next = async (changes: AsyncIterator<Change>): Promise<Change | undefined> =>
  (await changes.next()).value;
const suspend = (invoiceId: string) =>
  hospitalAgent.ask(
    'mutation ($input: ActWithReasonInput!) { suspendInvoice(input: $input) { __typename } }',
    { input: { invoiceId, reasonCode: 'JUSTIF_ABS' } },
  );

describe('a subscription', () => {
  it('tells both sides of a change once it is durable', async () => {
    const bySupplier = await subscriber({ token: supplier.token ?? '' }).follow('SUPPLIER');
    const cookie = `parvis_session=${hospitalAgent.token}`;
    const byHospital = await subscriber({ headers: { cookie, origin: test.url } }).follow('PUBLIC_ENTITY');
    const id = await depositInvoice(supplier, 'S-1');
    expect(await next(bySupplier)).toMatchObject({
      invoice: { number: 'S-1', status: 'DEPOSITED', timeline: [{ sequence: 1 }] },
      event: { sequence: 1, to: 'DEPOSITED', actorName: alice.name },
    });
    await routeInvoice(test, id);
    expect(await next(byHospital)).toMatchObject({ event: { sequence: 1 } });
    expect(await next(byHospital)).toMatchObject({
      invoice: { status: 'MADE_AVAILABLE' },
      event: { sequence: 2, to: 'MADE_AVAILABLE' },
    });
  });

  it('follows one invoice and leaves the others out', async () => {
    const id = await depositInvoice(supplier, 'S-2');
    await routeInvoice(test, id);
    const changes = await subscriber({ token: supplier.token ?? '' }).follow('SUPPLIER', id);
    await depositInvoice(supplier, 'S-3');
    await suspend(id);
    expect(await next(changes)).toMatchObject({ invoice: { number: 'S-2' }, event: { to: 'SUSPENDED' } });
  });

  it('tells nobody else', async () => {
    // Their own change comes first: nothing of the stationer's came before it.
    const other = await ApiClient.signedInAs(gilles, test.url);
    const town = await ApiClient.signedInAs(elise, test.url);
    const byOtherSupplier = await subscriber({ token: other.token ?? '' }).follow('SUPPLIER');
    const byTown = await subscriber({ token: town.token ?? '' }).follow('PUBLIC_ENTITY');
    const bySupplier = await subscriber({ token: supplier.token ?? '' }).follow('SUPPLIER');
    const id = await depositInvoice(supplier, 'S-4');
    await next(bySupplier);
    const ref = parseInvoiceRef(id);
    const seen = await Promise.race([
      next(byOtherSupplier),
      next(byTown),
      // Both would have been told before this second change reaches the one who may hear it.
      routeInvoice(test, id).then(() => next(bySupplier)),
    ]);
    expect([ref?.invoiceId, seen?.event.to]).toEqual([ref?.invoiceId, 'MADE_AVAILABLE']);
  });

  it('falls silent when the session ends', async () => {
    const leaving = await ApiClient.signedInAs(alice, test.url);
    const changes = await subscriber({ token: leaving.token ?? '' }).follow('SUPPLIER');
    const staying = await subscriber({ token: supplier.token ?? '' }).follow('SUPPLIER');
    const id = await depositInvoice(supplier, 'S-5');
    expect(await next(changes)).toMatchObject({ invoice: { number: 'S-5' } });
    await next(staying);
    await leaving.ask('mutation { signOut }');
    await routeInvoice(test, id);
    expect(await changes.next()).toMatchObject({ done: true });
  });

  it('is refused to strangers, with the code that every client knows', async () => {
    const errors = await subscriber({}).errorsOf(
      'subscription { invoiceChanged(side: SUPPLIER) { event { sequence } } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED', refusal: 'signed-out' } }]);
  });

  it('is refused to pages of other sites, whatever cookie comes along', async () => {
    const headers = { cookie: `parvis_session=${supplier.token}`, origin: 'https://elsewhere.example' };
    const refused = await subscriber({ headers }).errorsOf(
      'subscription { invoiceChanged(side: SUPPLIER) { event { sequence } } }',
    );
    expect(refused).toBeDefined();
    expect(refused).not.toBeInstanceOf(Array);
  });

  it('is the only thing that travels this way', async () => {
    const errors = await subscriber({ token: supplier.token ?? '' }).errorsOf('{ viewer { name } }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
  });
});
