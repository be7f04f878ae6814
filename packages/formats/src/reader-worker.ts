import { parentPort } from 'node:worker_threads';
import { invoiceToJson } from '@parvis/domain/invoice/invoice-json';
import { readFile } from './read-invoice.js';
import type { WorkerAnswer, WorkerQuestion } from './reader-messages.js';
import { readTable } from './tables/read-table.js';

/** The entry of a reading thread: one file in, one outcome out as plain data. */
parentPort?.on('message', (question: WorkerQuestion) => parentPort?.postMessage(answer(question)));
parentPort?.postMessage('ready');

const answer = ({ bytes, as }: WorkerQuestion): WorkerAnswer => {
  try {
    return as === 'table' ? { table: readTable(bytes) } : invoiceAnswer(bytes);
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};

const invoiceAnswer = (bytes: Uint8Array): WorkerAnswer => {
  const { invoice, ...reading } = readFile(bytes);
  return {
    reading,
    ...(invoice === undefined ? {} : { invoiceJson: JSON.stringify(invoiceToJson(invoice)) }),
  };
};
