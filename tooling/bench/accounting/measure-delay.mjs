/**
 * From an accountant's click in the accounting system to the supplier's open page: with our asking every two seconds, and
 * with the accounting system's saying that there is news.
 */
import { randomUUID } from 'node:crypto';
import { ublFile } from '@parvis/demo-data/ubl-file';
import { summary } from '../servers.mjs';
import { asking, hearChanges, signedIn } from './changes-heard.mjs';
import { invented } from './measure-throughput.mjs';
import { startPlatform, startSimulator } from './running-platform.mjs';

const INVOICES = 60;
/** Long enough apart for every phase of a pull to be met. */
const APART_MS = 170;
const NEVER = '86400';
const LONGEST_WAIT_MS = 60_000;

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const inBooks = ({ url, token }) => ({
  ask: async (method, where, body) => {
    const response = await fetch(`${url}api/${where}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${where}: ${response.status}`);
    return response.status === 204 ? undefined : response.json();
  },
});

const deposit = async (address, token, number) => {
  const file = {
    fileName: `${number}.xml`,
    contentBase64: Buffer.from(ublFile(invented(number))).toString('base64'),
  };
  const { depositInvoice } = await asking(address)(
    token,
    'mutation ($input: DepositInvoiceInput!) { depositInvoice(input: $input) { __typename } }',
    { input: { file, idempotencyKey: randomUUID() } },
  );
  if (depositInvoice.__typename !== 'DepositReceipt') throw new Error(JSON.stringify(depositInvoice));
};

/** The bills of these invoices, once each is there. */
const billsOf = async (books, numbers) => {
  for (;;) {
    const { bills } = await books.ask('GET', 'bills');
    const ours = bills.filter(({ reference }) => numbers.includes(reference));
    if (ours.length === numbers.length) return ours;
    await wait(200);
  }
};

const haveItCall = async (address, books) => {
  const token = await signedIn(address, 'claire@hopital.example');
  const { accountingConnections } = await asking(address)(
    token,
    '{ accountingConnections { postAddress newsToken } }',
  );
  const [{ postAddress, newsToken }] = accountingConnections;
  await books.ask('PUT', 'news-address', { address: postAddress, token: newsToken });
};

/** Milliseconds from each click to the change heard. */
const delays = async (platform, books) => {
  const supplier = await signedIn(platform.address, 'paule@papeterie.example');
  const numbers = Array.from({ length: INVOICES }, () => `D-${randomUUID().slice(0, 13)}`);
  for (const number of numbers) await deposit(platform.address, supplier, number);
  const bills = await billsOf(books, numbers);
  const heardAt = new Map();
  const hear = ({ invoice, event }) => {
    if (event.to === 'PAYMENT_ORDERED') heardAt.set(invoice.number, performance.now());
  };
  const subscription = await hearChanges(platform.address, supplier, hear);
  // The first of its kind pays for connections and for what is compiled on the way.
  await wait(3_000);
  const clickedAt = new Map();
  for (const { id, reference } of bills) {
    clickedAt.set(reference, performance.now());
    await books.ask('POST', `bills/${id}/acts`, { act: 'post' });
    await wait(APART_MS);
  }
  for (const until = performance.now() + LONGEST_WAIT_MS; heardAt.size < numbers.length; ) {
    if (performance.now() > until) throw new Error(`${heardAt.size} of ${numbers.length} changes were heard`);
    await wait(50);
  }
  subscription.close();
  return numbers.map((number) => heardAt.get(number) - clickedAt.get(number));
};

const measured = async (name, pullEverySeconds, isTold) => {
  const simulator = await startSimulator();
  const { token, ...settings } = simulator.settings;
  const connection = {
    system: 'simulator',
    name: 'Simulateur',
    settings: { ...settings, secrets: { token } },
  };
  try {
    return await onPlatform(simulator, { name, pullEverySeconds, isTold, connection });
  } finally {
    await simulator.stop();
  }
};

const onPlatform = async (simulator, { name, pullEverySeconds, isTold, connection }) => {
  const platform = await startPlatform(connection, { PARVIS_PULL_EVERY_SECONDS: pullEverySeconds });
  const books = inBooks(simulator.settings);
  try {
    if (isTold) await haveItCall(platform.address, books);
    return { name, count: INVOICES, ...summary(await delays(platform, books)) };
  } finally {
    await platform.stop();
  }
};

export const measureDelay = async () => [
  await measured('asked every 2 s', '2', false),
  await measured('told by it', NEVER, true),
];
