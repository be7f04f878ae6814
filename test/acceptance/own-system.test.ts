import { type Receiver, startReceiver } from '@parvis/connector-webhook/testing/receiver';
import { connectionIds } from '@parvis/demo-data/demo-structures';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, eventually } from '../support/api.js';
import { approved, becomes, deliveryOf, invoiceTo } from '../support/journey.js';
import { type Stack, startStack } from '../support/stack.js';

const secret = 'un-secret-de-signature-assez-long';

describe('Un logiciel maison raccordé par webhook signé', () => {
  let stack: Stack;
  let receiver: Receiver;
  let supplier: Api;
  let agent: Api;
  const answers: number[] = [];

  beforeAll(async () => {
    receiver = await startReceiver({
      secrets: [secret],
      closedDay: '2019-12-31',
      now: () => new Date(),
      post: async (headers, body) => {
        const address = `${stack.url}/webhooks/connections/${connectionIds.hospital}`;
        answers.push((await fetch(address, { method: 'POST', headers, body })).status);
      },
    });
    stack = await startStack({
      books: {
        system: 'webhook',
        name: 'Logiciel maison',
        settings: {
          url: `${receiver.origin}/evenements`,
          readBackUrl: `${receiver.origin}/factures`,
          secrets: { secret },
        },
      },
    });
    supplier = await stack.signedIn('paule@papeterie.example');
    agent = await stack.signedIn('claire@hopital.example');
  });
  afterAll(async () => {
    await stack?.stop();
    await receiver?.stop();
  });

  it('reçoit la facture et ses fichiers, dit où elle en est, et le fournisseur le voit', async () => {
    const { id } = await approved(supplier, agent, invoiceTo('F-MAISON'));
    await eventually(
      () => deliveryOf(agent, id),
      (delivery) => delivery?.state === 'DELIVERED',
    );
    const [bill, ...others] = receiver.bills.filter(({ reference }) => reference === 'F-MAISON');
    expect(others).toEqual([]);
    expect(bill?.files).toHaveLength(2);
    expect(await deliveryOf(agent, id)).toMatchObject({ remoteId: bill?.id });

    await receiver.tell(bill?.id ?? '', 'payment_ordered');
    await becomes(supplier, id, 'PAYMENT_ORDERED');
    await receiver.tell(bill?.id ?? '', 'paid');
    await becomes(supplier, id, 'IN_PAYMENT');
    expect(answers).toEqual([202, 202]);
    expect(await deliveryOf(agent, id)).toMatchObject({
      remoteStatus: 'paid',
      remoteNumber: `M-${bill?.id}`,
    });
  });

  it('n’est pas cru quand il signe avec un autre secret', async () => {
    const { id } = await approved(supplier, agent, invoiceTo('F-DOUTEUSE'));
    await eventually(
      () => deliveryOf(agent, id),
      (delivery) => delivery?.state === 'DELIVERED',
    );
    const bill = receiver.bills.find(({ reference }) => reference === 'F-DOUTEUSE');
    receiver.secrets = ['un-autre-secret-tout-aussi-long'];
    await receiver.tell(bill?.id ?? '', 'rejected', { reason: 'Faux' });
    expect(answers.at(-1)).toBe(401);
    expect(await deliveryOf(agent, id)).toMatchObject({ remoteStatus: null });
  });
});
