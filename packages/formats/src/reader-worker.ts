import { parentPort } from 'node:worker_threads';
import { invoiceToJson } from '@parvis/domain/invoice/invoice-json';
import { readFile } from './read-invoice.js';
import type { WorkerAnswer, WorkerQuestion } from './reader-messages.js';

/** The entry of a reading thread: one file in, one outcome out as plain data. */
parentPort?.on('message', ({ bytes }: WorkerQuestion) => parentPort?.postMessage(answer(bytes)));
parentPort?.postMessage('ready');

const answer = (bytes: Uint8Array): WorkerAnswer => {
  try {
    const { invoice, ...reading } = readFile(bytes);
    return {
      reading,
      ...(invoice === undefined ? {} : { invoiceJson: JSON.stringify(invoiceToJson(invoice)) }),
    };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
};
