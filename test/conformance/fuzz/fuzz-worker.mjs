/** Reads and judges mutated inputs, one after the other; the shared numbers tell how far it is. */
import { parentPort, workerData } from 'node:worker_threads';
import { invoiceToJson } from '@parvis/domain/invoice/invoice-json';
import { en16931 } from '@parvis/domain/rules/en16931/en16931';
import { explainFault } from '@parvis/domain/rules/explain-fault';
import { france } from '@parvis/domain/rules/france/france';
import { judge } from '@parvis/domain/rules/judge';
import { readInvoice } from '@parvis/formats/read-invoice';
import { inputOf } from './documents.mjs';

const { seed, from, to, shared } = workerData;
const [atIndex, invoices, faultless] = [0, 1, 2];

/** All that is done with a file between its arrival and the answer; throws only for a bug of ours. */
const handle = async (bytes) => {
  const { invoice, syntax, profile, evidence, faults, locate } = await readInvoice(bytes, 'facture');
  if (!invoice && faults.length === 0 && syntax !== 'pdf') throw new Error('neither an invoice nor a fault');
  const judged = invoice
    ? judge(invoice, { syntax, ...(profile && { profile }), ...(evidence && { evidence }) }, [
        en16931,
        france,
      ])
    : [];
  if (invoice) JSON.stringify(invoiceToJson(invoice));
  for (const fault of [...faults, ...judged].slice(0, 40)) {
    explainFault(fault, 'fr');
    locate(fault.path);
  }
  if (invoice) Atomics.add(shared, invoices, 1);
  if (invoice && judged.length + faults.length === 0) Atomics.add(shared, faultless, 1);
};

/** What Node.js closes and frees between two tasks (the handles of failed inflations) waits for a task to end. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

for (let index = from; index < to; index += 1) {
  if (index % 200 === 0) await turn();
  Atomics.store(shared, atIndex, index);
  const { bytes } = inputOf(seed, index);
  try {
    await handle(bytes);
  } catch (error) {
    parentPort.postMessage({
      index,
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
}
Atomics.store(shared, atIndex, to);
