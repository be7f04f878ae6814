import { createHash, randomBytes } from 'node:crypto';
import type { ConnectionInbox, ReceivedMessage } from '@parvis/connector-kit/connector-tools';
import { NoAnswer } from '@parvis/connector-kit/exchange';
import type {
  Accountant,
  ConnectorHarness,
  OpenOptions,
} from '@parvis/connector-kit/testing/connector-harness';
import { addressOfNobody, startFaultyProxy } from '@parvis/connector-kit/testing/faulty-proxy';
import { makeTroubleList, type TroubleList } from '@parvis/connector-kit/testing/trouble';
import { webhookKind } from '../webhook-kind.js';
import { type Receiver, startReceiver } from './receiver.js';

export interface WebhookHarness extends ConnectorHarness {
  readonly receiver: Receiver;
  readonly messages: readonly ReceivedMessage[];
}

/** The platform's side of the door, in memory: proves, keeps each message once, in the order of arrival. */
const makeInbox = (receive: (headers: Record<string, string>, body: Uint8Array) => boolean) => {
  const messages: (ReceivedMessage & { readonly sha256: string })[] = [];
  const post = async (headers: Record<string, string>, text: string): Promise<void> => {
    const bytes = Buffer.from(text);
    if (!receive(headers, bytes)) throw new Error('the message was not believed');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (messages.some((message) => message.sha256 === sha256)) return;
    const place = messages.length + 1;
    messages.push({ place, receivedAt: new Date(), name: '', mediaType: 'application/json', bytes, sha256 });
  };
  const inbox: ConnectionInbox = {
    after: async (place, limit) => messages.filter((message) => message.place > place).slice(0, limit),
  };
  return { messages, post, inbox };
};

/** What goes wrong for whoever reads what was posted. */
const troubledInbox = (inbox: ConnectionInbox, list: TroubleList): ConnectionInbox => ({
  after: async (place, limit) => {
    const mistreatment = list.take(['news', 'any']);
    if (mistreatment?.kind === 'lose' || mistreatment?.kind === 'down') throw new NoAnswer('ECONNRESET');
    const messages = await inbox.after(place, limit);
    if (mistreatment?.kind !== 'rewrite') return messages;
    return messages.map((message) => ({
      ...message,
      bytes: Buffer.from(mistreatment.rewrite(Buffer.from(message.bytes).toString('utf8'))),
    }));
  },
});

export const CLOSED_DAY = '2019-12-31';

export const makeWebhookHarness = async (): Promise<WebhookHarness> => {
  const secret = randomBytes(24).toString('base64url');
  const list = makeTroubleList();
  const parsed = (url: string, more: object = {}) => {
    const settings = webhookKind.parseSettings({ url, secret, ...more });
    if (!settings.ok) throw new Error(JSON.stringify(settings.refusal));
    return settings.value;
  };
  const known = parsed('http://127.0.0.1:1/');
  const { messages, post, inbox } = makeInbox(
    (headers, body) => webhookKind.receive?.(known, { headers, body }, new Date()).ok === true,
  );
  // The receiver's clock goes with the one of the connector opened last.
  let clock = () => new Date();
  const receiver = await startReceiver({
    secrets: [secret],
    closedDay: CLOSED_DAY,
    now: () => clock(),
    post,
  });
  const nowhere = await addressOfNobody();
  const proxy = await startFaultyProxy(receiver.origin, ({ method, body }) =>
    list.take([
      ...(method === 'POST' && body.includes('"type":"invoice.delivered"') ? (['create'] as const) : []),
      'any',
    ]),
  );

  const openAt = (
    origin: string,
    { mark = () => {}, now = () => new Date(), timeoutMs, pageSize, troubled }: OpenOptions = {},
  ) => {
    clock = now;
    return webhookKind.open(
      parsed(`${origin}/evenements`, {
        readBackUrl: `${origin}/factures`,
        ...(pageSize ? { pageSize } : {}),
      }),
      {
        mark,
        now,
        privateTargets: true,
        inbox: troubled ? troubledInbox(inbox, list) : inbox,
        ...(timeoutMs ? { timeoutMs } : {}),
      },
    );
  };
  const tools = { now: () => new Date(), mark: () => {}, privateTargets: true };
  const statusOf = (billId: string) => receiver.bills.find(({ id }) => id === billId)?.status;
  const accountant: Accountant = {
    post: (billId) => receiver.tell(billId, 'payment_ordered'),
    pay: (billId) => receiver.tell(billId, 'paid'),
    cancel: (billId, reason) =>
      receiver.tell(billId, statusOf(billId) === 'draft' ? 'rejected' : 'cancelled_after_booking', {
        reason,
      }),
    returnPayment: (billId, reason) => receiver.tell(billId, 'payment_returned', { reason }),
  };

  return {
    receiver,
    messages,
    accountant,
    trouble: list,
    patienceMs: 400,
    closedDay: CLOSED_DAY,
    statusWords: webhookKind.statusWords,
    unknownWord: { known: /"status":"payment_ordered"/g, unknown: '"status":"en-attente-du-visa"' },
    open: (options) => openAt(options?.troubled ? proxy.origin : receiver.origin, options),
    openToNowhere: () =>
      webhookKind.open(parsed(`${nowhere}/evenements`, { readBackUrl: `${nowhere}/factures` }), tools),
    openWithWrongCredentials: () =>
      webhookKind.open(parsed(`${receiver.origin}/evenements`, { secret: 'x'.repeat(32) }), tools),
    setUp: {
      kind: webhookKind,
      settings: {
        url: `${receiver.origin}/evenements`,
        secret,
        readBackUrl: `${receiver.origin}/factures`,
      },
      tools,
    },
    books: {
      billsUnder: async (key) =>
        receiver.bills
          .filter((bill) => bill.key === key)
          .map((bill) => ({ ...bill, supplierSiret: bill.supplier })),
      typeIn: async ({ siret, reference }) => receiver.typeIn({ supplier: siret, reference }),
    },
    stop: async () => {
      await proxy.stop();
      await receiver.stop();
    },
  };
};
