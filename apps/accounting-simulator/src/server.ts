import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { apiRoutes } from './api/api-routes.js';
import { BillBooks } from './bills/bill-books.js';
import type { SimulatorConfig } from './config.js';
import { Moods } from './moods/moods.js';
import { NewsCaller } from './news/news-caller.js';
import { pageRoutes } from './page/page-routes.js';
import { PractisingAccountant } from './sandbox/practising-accountant.js';

export interface RunningSimulator {
  /** With a slash at the end. */
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** A small accounting system: its books, its API for programs and its page for people. Port 0 takes a free one. */
export const startSimulator = async (
  config: SimulatorConfig,
  now: () => Date = () => new Date(),
): Promise<RunningSimulator> => {
  const books: BillBooks = new BillBooks(config.dataFile, now, () => caller.call());
  const caller = new NewsCaller(() => books.newsAddress);
  const moods = new Moods();
  const accountant = new PractisingAccountant(books, now, { secondsPerStep: config.secondsPerStep });
  const app = express()
    .disable('x-powered-by')
    .use('/api', apiRoutes({ books, moods, accountant, token: config.token }))
    .use('/', pageRoutes({ books, moods, accountant }));

  const server = app.listen(config.port, config.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${config.host}:${port}/`,
    port,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      accountant.stop();
      books.close();
    },
  };
};
