import express, { Router } from 'express';
import { z } from 'zod';
import { newBill, newFile } from '../bills/bill.js';
import { actCommand } from '../bills/bill-acts.js';
import type { BillBooks } from '../bills/bill-books.js';
import { order } from '../bills/order.js';
import { moodGate } from '../moods/mood-gate.js';
import { type Moods, moodSettings } from '../moods/moods.js';
import { newsAddress } from '../news/news-address.js';
import { DeliveryFaultMemory, deliveryFaults } from '../sandbox/delivery-faults.js';
import { type PractisingAccountant, practice } from '../sandbox/practising-accountant.js';
import { receiveBill } from '../sandbox/receive-bill.js';
import { scenarios } from '../sandbox/scenarios.js';
import { ApiError, answerApiError, read } from './api-error.js';
import { requireToken } from './bearer-token.js';

interface ApiPorts {
  readonly books: BillBooks;
  readonly moods: Moods;
  readonly accountant: PractisingAccountant;
  readonly token: string;
}

/** Told again in the mood `repeatsChanges`. */
const REPEATED_CHANGES = 20;

const identifier = z.object({ id: z.coerce.number().int().positive() });
const search = z.object({
  key: z.string().optional(),
  supplierSiret: z.string().optional(),
  reference: z.string().optional(),
  keyPrefix: z.string().optional(),
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional(),
});
const changesQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** What programs use: bills in, news out. Moods are set here too, whatever the mood. */
export const apiRoutes = ({ books, moods, accountant, token }: ApiPorts): Router => {
  const required = (params: unknown) => {
    const { id } = read(identifier, params);
    const bill = books.find(id);
    if (!bill) throw new ApiError(404, 'bill-not-found', `There is no bill ${id}.`);
    return bill;
  };

  const faults = new DeliveryFaultMemory();
  return Router()
    .use(express.json({ limit: '150mb' }))
    .get('/moods', requireToken(token), (_request, response) => void response.json(moods.current))
    .put('/moods', requireToken(token), (request, response) => {
      response.json(moods.change(read(moodSettings.partial(), request.body)));
    })
    .put('/news-address', requireToken(token), (request, response) => {
      books.newsAddress = read(newsAddress, request.body);
      response.status(204).end();
    })
    .delete('/news-address', requireToken(token), (_request, response) => {
      books.newsAddress = undefined;
      response.status(204).end();
    })
    .get('/practice', requireToken(token), (_request, response) => {
      response.json({ ...accountant.current, scenarios, deliveryFaults });
    })
    .put('/practice', requireToken(token), (request, response) => {
      response.json(accountant.change(read(practice, request.body)));
    })
    .use(moodGate(moods), requireToken(token))
    .get('/health', (_request, response) => void response.json({ name: 'simulator', version: '1.0' }))
    .get('/suppliers', (request, response) => {
      const { siret } = read(z.object({ siret: z.string() }), request.query);
      response.json({ suppliers: books.suppliersWith(siret) });
    })
    .post('/bills', (request, response) => {
      const bill = read(newBill, request.body);
      const { closedUntil } = moods.current;
      if (closedUntil !== null && bill.issueDate <= closedUntil)
        throw periodClosed(bill.issueDate, closedUntil);
      receiveBill({ books, faults }, bill, request, response);
    })
    .put('/orders', (request, response) => void response.json(books.placeOrder(read(order, request.body))))
    .get('/orders', (request, response) => {
      const { after, limit } = read(changesQuery, request.query);
      response.json({ orders: books.ordersAfter(after, limit) });
    })
    .get('/bills', (request, response) => {
      response.json({ bills: books.search(read(search, request.query)) });
    })
    .get('/bills/:id', (request, response) => void response.json(required(request.params)))
    .delete('/bills/:id', (request, response) => {
      const bill = required(request.params);
      if (!books.remove(bill)) throw new ApiError(409, 'not-a-draft', `Bill ${bill.id} is ${bill.state}.`);
      response.json({ removed: bill.id });
    })
    .post('/bills/:id/files', (request, response) => {
      const stored = books.addFile(required(request.params), read(newFile, request.body));
      if (!stored)
        throw new ApiError(422, 'hash-differs', 'sha256: does not belong to this content', 'sha256');
      response.status(stored.added ? 201 : 200).json(stored.file);
    })
    .post('/bills/:id/acts', (request, response) => {
      const outcome = books.act(required(request.params), read(actCommand, request.body));
      if (!outcome.ok) throw new ApiError(409, outcome.refusal, `Not possible: ${outcome.refusal}.`);
      response.json(outcome.bill);
    })
    .get('/changes', (request, response) => {
      const { after, limit } = read(changesQuery, request.query);
      const changes = books.changesAfter(after, limit);
      const repeated = moods.current.repeatsChanges
        ? books.changesAfter(Math.max(0, after - REPEATED_CHANGES), Math.min(after, REPEATED_CHANGES))
        : [];
      response.json({
        changes: [...repeated, ...changes],
        next: changes.at(-1)?.sequence ?? after,
        more: changes.length === limit,
      });
    })
    .use(answerApiError);
};

const periodClosed = (issueDate: string, closedUntil: string): ApiError =>
  new ApiError(
    422,
    'period-closed',
    `La période comptable du ${issueDate} est close (jusqu’au ${closedUntil}).`,
    'issueDate',
  );
