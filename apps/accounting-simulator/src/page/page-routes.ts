import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { type ActRefusal, actCommand } from '../bills/bill-acts.js';
import type { BillBooks } from '../bills/bill-books.js';
import type { Moods } from '../moods/moods.js';
import type { PractisingAccountant } from '../sandbox/practising-accountant.js';
import { billListPage } from './bill-list-page.js';
import { billPage } from './bill-page.js';
import { html } from './html.js';
import { layout, type Reader } from './layout.js';
import { style } from './style.js';
import { type Language, words } from './words.js';
import { written } from './written.js';

const states = z.enum(['draft', 'validated', 'posted', 'booked', 'paid', 'cancelled']);
const moodForm = z.object({
  down: z.string().optional(),
  refusesSignIn: z.string().optional(),
  losesNextAnswer: z.string().optional(),
  repeatsChanges: z.string().optional(),
  lateSeconds: z.coerce.number().min(0).max(120).catch(0),
  closedUntil: z.iso.date().optional().catch(undefined),
});

const practiceForm = z.object({ secondsPerStep: z.coerce.number().min(0).max(86_400).catch(0) });

/** The page for people: no sign-in, since it answers on the machine's own address only. */
export const pageRoutes = ({
  books,
  moods,
  accountant,
}: {
  readonly books: BillBooks;
  readonly moods: Moods;
  readonly accountant: PractisingAccountant;
}): Router => {
  const show = (request: Request, response: Response, id: number, refusal?: ActRefusal) => {
    const bill = books.find(id);
    if (!bill) return void notFound(request, response);
    response.status(refusal ? 409 : 200).send(billPage(readerOf(request), bill, refusal));
  };

  return Router()
    .use(safeHeaders, sameSiteOnly, express.urlencoded({ extended: false, limit: '20kb' }))
    .get('/style.css', (_request, response) => void response.type('css').send(style))
    .get('/', (request, response) => {
      const state = states.safeParse(request.query.state).data;
      const bills = books.search({ state }).reverse();
      response.send(
        billListPage(readerOf(request), {
          bills,
          counts: books.countByState(),
          state,
          moods: moods.current,
          secondsPerStep: accountant.current.secondsPerStep,
        }),
      );
    })
    .get('/bills/:id', (request, response) => show(request, response, Number(request.params.id)))
    .post('/bills/:id/acts', (request, response) => {
      const bill = books.find(Number(request.params.id));
      const command = actCommand.safeParse(request.body);
      if (!bill || !command.success) return void notFound(request, response);
      const outcome = books.act(bill, command.data);
      if (!outcome.ok) return show(request, response, bill.id, outcome.refusal);
      response.redirect(303, `/bills/${bill.id}`);
    })
    .get('/bills/:id/files/:fileId', (request, response) => {
      const found = books.contentOf(Number(request.params.id), Number(request.params.fileId));
      if (!found) return void notFound(request, response);
      response.attachment(found.file.name).type(found.file.mediaType).send(Buffer.from(found.content));
    })
    .post('/moods', (request, response) => {
      const form = moodForm.parse(request.body);
      moods.change({
        down: Boolean(form.down),
        refusesSignIn: Boolean(form.refusesSignIn),
        losesNextAnswer: Boolean(form.losesNextAnswer),
        repeatsChanges: Boolean(form.repeatsChanges),
        lateSeconds: form.lateSeconds,
        closedUntil: form.closedUntil ?? null,
      });
      response.redirect(303, '/#moods');
    })
    .post('/practice', (request, response) => {
      accountant.change(practiceForm.parse(request.body));
      response.redirect(303, '/#sandbox');
    })
    .post('/moods/reset', (_request, response) => {
      moods.reset();
      response.redirect(303, '/#moods');
    })
    .get('/language/:language', (request, response) => {
      const language = request.params.language === 'en' ? 'en' : 'fr';
      response.cookie('language', language, { sameSite: 'lax', httpOnly: true, maxAge: 365 * 86_400_000 });
      response.redirect(303, localAddress(request.query.to));
    })
    .use(notFound);
};

const notFound = (request: Request, response: Response): void => {
  const reader = readerOf(request);
  const { notFound: title, notFoundHelp, back } = reader.words;
  response
    .status(404)
    .send(
      layout(reader, title, html`<h1>${title}</h1><p>${notFoundHelp}</p><p><a href="/">← ${back}</a></p>`),
    );
};

const safeHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy':
      "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  });
  next();
};

/** Another site's page must not press our buttons. */
const sameSiteOnly: RequestHandler = (request, response, next) => {
  const site = request.headers['sec-fetch-site'];
  if (request.method === 'GET' || site === undefined || site === 'same-origin') return next();
  response.status(403).send();
};

const readerOf = (request: Request): Reader => {
  const language = languageOf(request);
  return { language, words: words[language], written: written(language), here: request.originalUrl };
};

const languageOf = (request: Request): Language => {
  const [, chosen] = /(?:^|;\s*)language=(fr|en)/.exec(request.headers.cookie ?? '') ?? [];
  return (chosen ?? request.acceptsLanguages(['fr', 'en'])) === 'en' ? 'en' : 'fr';
};

/** An address of this site only: `//elsewhere` would lead away. */
const localAddress = (to: unknown): string => (typeof to === 'string' && /^\/(?![/\\])/.test(to) ? to : '/');
