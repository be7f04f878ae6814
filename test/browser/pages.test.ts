import { connectionIds } from '@parvis/demo-data/demo-structures';
import { ublFile } from '@parvis/demo-data/ubl-file';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Api } from '../support/api.js';
import { invoiceTo } from '../support/journey.js';
import { type Stack, startStack } from '../support/stack.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { accessibilityFaults, colourFaults, noteTroubles, settled, sidewaysScroll } from './page-checks.js';
import { newContext, onDesk, signInQuietly } from './visitor.js';

interface Visit {
  readonly name: string;
  /** Below the app; `:suspended` and the like stand for an invoice in that status. */
  readonly path: string;
  /** Nobody is signed in unless told. */
  readonly as?: 'paule@papeterie.example' | 'claire@hopital.example' | 'marc@ddt.example';
  /** What to do before looking. */
  readonly prepare?: (page: Page) => Promise<void>;
}

const supplier = { as: 'paule@papeterie.example' } as const;
const agent = { as: 'claire@hopital.example' } as const;

const layFiles = async (page: Page): Promise<void> => {
  await page
    .locator('input[type=file]')
    .setInputFiles([
      onDesk('bonne.xml', ublFile(invoiceTo('F-BONNE'))),
      onDesk('mauvaise.xml', ublFile(invoiceTo('F-MAUVAISE', { serviceCode: 'CUISINE' }))),
      onDesk('illisible.xml', Buffer.from('<Facture>')),
    ]);
  await page.getByText('PV-SERVICE-CODE-UNKNOWN').waitFor();
  await page.getByText('PV-READ').first().waitFor();
};

const askForReason = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(Suspendre|Suspend)…/ }).click();
  await page.getByRole('dialog').getByRole('combobox').selectOption('JUSTIF_ABS');
  await page.getByRole('dialog').getByRole('blockquote').waitFor();
};

const openNewService = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(Ajouter un service|Add a service)$/ }).click();
  await page.locator('details:not([open]) > summary').first().click();
};

const visits: readonly Visit[] = [
  { name: 'supplier, sign-in', path: '/fournisseur/' },
  { name: 'supplier, sign-up', path: '/fournisseur/inscription' },
  { name: 'supplier, forgotten password', path: '/fournisseur/mot-de-passe-oublie' },
  { name: 'supplier, home', path: '/fournisseur/', ...supplier },
  { name: 'supplier, invoices', path: '/fournisseur/factures', ...supplier },
  { name: 'supplier, no match', path: '/fournisseur/factures?q=introuvable', ...supplier },
  { name: 'supplier, invoice to complete', path: '/fournisseur/factures/:SUSPENDED', ...supplier },
  { name: 'supplier, invoice paid', path: '/fournisseur/factures/:IN_PAYMENT', ...supplier },
  { name: 'supplier, invoice that is not there', path: '/fournisseur/factures/personne', ...supplier },
  { name: 'supplier, deposit', path: '/fournisseur/deposer', ...supplier },
  { name: 'supplier, deposit with files', path: '/fournisseur/deposer', ...supplier, prepare: layFiles },
  { name: 'supplier, directory', path: '/fournisseur/annuaire?q=Val', ...supplier },
  { name: 'supplier, organisation', path: '/fournisseur/organisation', ...supplier },
  { name: 'supplier, account', path: '/fournisseur/compte', ...supplier },
  { name: 'supplier, no such page', path: '/fournisseur/nulle-part', ...supplier },
  { name: 'supplier, someone of an entity', path: '/fournisseur/', ...agent },
  { name: 'back office, sign-in', path: '/administration/' },
  { name: 'back office, sign-up', path: '/administration/inscription' },
  { name: 'back office, inbox', path: '/administration/', ...agent },
  { name: 'back office, invoices', path: '/administration/factures', ...agent },
  { name: 'back office, invoice to decide', path: '/administration/factures/:MADE_AVAILABLE', ...agent },
  {
    name: 'back office, reason of a suspension',
    path: '/administration/factures/:MADE_AVAILABLE',
    ...agent,
    prepare: askForReason,
  },
  { name: 'back office, invoice in the books', path: '/administration/factures/:BOOKED', ...agent },
  { name: 'back office, connectors', path: '/administration/connecteurs', ...agent },
  {
    name: 'back office, deliveries',
    path: `/administration/connecteurs/${connectionIds.hospital}`,
    ...agent,
  },
  {
    name: 'back office, connection set up',
    path: `/administration/connecteurs/${connectionIds.hospital}/reglages`,
    ...agent,
  },
  { name: 'back office, connecting', path: '/administration/connecteurs/nouveau/tryton', ...agent },
  { name: 'back office, no connection', path: '/administration/connecteurs', as: 'marc@ddt.example' },
  { name: 'back office, settings', path: '/administration/annuaire', ...agent },
  { name: 'back office, settings of no right', path: '/administration/annuaire', as: 'marc@ddt.example' },
  { name: 'back office, services', path: '/administration/annuaire/services', ...agent },
  {
    name: 'back office, new service',
    path: '/administration/annuaire/services',
    ...agent,
    prepare: openNewService,
  },
  { name: 'back office, service', path: '/administration/annuaire/services/PHARMACIE', ...agent },
  { name: 'back office, no such service', path: '/administration/annuaire/services/RIEN', ...agent },
  { name: 'back office, organisation', path: '/administration/organisation', ...agent },
  { name: 'back office, account', path: '/administration/compte', ...agent },
  { name: 'back office, no such page', path: '/administration/nulle-part', ...agent },
  { name: 'back office, someone of a supplier', path: '/administration/', ...supplier },
];

type Language = 'fr' | 'en';

interface Look {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  readonly look: (page: Page) => Promise<string[]>;
}

const nothingMore = async (): Promise<string[]> => [];

/** Each dimension once: what changes with the language is its words and their length, with the scheme the colours. */
const looks: Readonly<Record<Language, readonly Look[]>> = {
  fr: [
    { width: 1280, colorScheme: 'light', look: accessibilityFaults },
    { width: 1280, colorScheme: 'dark', look: colourFaults },
    { width: 390, colorScheme: 'light', look: accessibilityFaults },
  ],
  en: [
    { width: 1280, colorScheme: 'light', look: accessibilityFaults },
    { width: 390, colorScheme: 'dark', look: nothingMore },
  ],
};

describeInBrowser('every page of both apps', () => {
  let stack: Stack;
  let browser: Browser;
  const contexts = new Map<string, Promise<BrowserContext>>();

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack({ withInvoices: true }), launchChromium()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it.each(visits)('$name is sound at 1280 and 390 px, in both languages, light and dark', async (visit) => {
    // Side by side: an inspection keeps one processor busy.
    const faults = await Promise.all([inspect(visit, 'fr'), inspect(visit, 'en')]);
    expect(faults.flat()).toEqual([]);
  });

  const inspect = async ({ path, as, prepare }: Visit, language: Language): Promise<string[]> => {
    const page = await (await contextFor(as, language)).newPage();
    try {
      const troubles = noteTroubles(page);
      await page.goto(stack.url + (await addressOf(path, as)));
      await settled(page);
      await prepare?.(page);

      const title = await page.getByRole('heading', { level: 1 }).innerText();
      expect(await page.title()).toContain(title);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      const faults: string[] = [];
      for (const { width, colorScheme, look } of looks[language]) {
        await page.setViewportSize({ width, height: 844 });
        await expect.poll(() => sidewaysScroll(page)).toBe(0);
        await wear(page, colorScheme);
        const found = await look(page);
        faults.push(...found.map((fault) => `${language}, ${width} px, ${colorScheme}: ${fault}`));
      }
      return [...faults, ...troubles];
    } finally {
      await page.close();
    }
  };

  /** On a busy machine Chromium has been seen to swallow the change of a media feature: it is then told once more. */
  const wear = async (page: Page, colorScheme: Look['colorScheme']): Promise<void> => {
    const worn = page.locator(`html[data-color-scheme="${colorScheme}"]`);
    await page.emulateMedia({ colorScheme });
    const swallowed = await worn.waitFor({ timeout: 5_000 }).then(
      () => false,
      () => true,
    );
    if (!swallowed) return;
    await page.emulateMedia({ colorScheme: colorScheme === 'light' ? 'dark' : 'light' });
    await page.emulateMedia({ colorScheme });
    await worn.waitFor();
  };

  /** One browser for each person and language, signed in. */
  const contextFor = (as: Visit['as'], language: Language): Promise<BrowserContext> => {
    const key = `${as} ${language}`;
    const known = contexts.get(key) ?? openContext(as, language);
    contexts.set(key, known);
    return known;
  };

  const openContext = async (as: Visit['as'], language: Language): Promise<BrowserContext> => {
    const context = await newContext(browser);
    // The document shown inside a page is sandboxed and keeps nothing.
    await context.addInitScript((kept) => {
      if (window.top === window) localStorage.setItem('parvis.language', kept);
    }, language);
    if (as) await signInQuietly(context, stack.url, as);
    return context;
  };

  /** `:SUSPENDED` becomes an invoice of this person's that is suspended. */
  const addressOf = async (path: string, as: Visit['as']): Promise<string> => {
    const status = /:([A-Z_]+)$/.exec(path)?.[1];
    if (!status || !as) return path;
    const api = await new Api(stack.url).signIn(as, 'parvis-demo');
    const { invoices } = await api.query<{ invoices: { edges: { node: { id: string } }[] } }>(
      `query ($side: Side!, $status: InvoiceStatus!) {
        invoices(side: $side, filter: { statuses: [$status] }, first: 1) { edges { node { id } } }
      }`,
      { side: as === supplier.as ? 'SUPPLIER' : 'PUBLIC_ENTITY', status },
    );
    const [edge] = invoices.edges;
    if (!edge) throw new Error(`the demonstration has no invoice ${status} for ${as}`);
    return path.replace(`:${status}`, edge.node.id);
  };
});
