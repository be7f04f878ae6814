import { gunzipSync } from 'node:zlib';
import { hospital } from '@parvis/application/testing/cast';
import type { DirectoryEntry } from '@parvis/domain/directory/directory-entry';
import { luhnSum, parseSiret, type Siret } from '@parvis/domain/directory/siret';
import { openPersistence } from '@parvis/persistence/open-persistence';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stack, startStack } from '../support/stack.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { accessibilityFaults, noteTroubles, settled, sidewaysScroll } from './page-checks.js';
import { bytesOf, newContext, says, signInQuietly, textOf } from './visitor.js';

const siretOf = (number: number): Siret => {
  const thirteen = `9${String(number).padStart(12, '0')}`;
  const parsed = parseSiret(`${thirteen}${(10 - (luhnSum(`${thirteen}0`) % 10)) % 10}`);
  if (!parsed.ok) throw new TypeError(`no SIRET is made of ${number}`);
  return parsed.value;
};

const asking = { serviceCode: true, engagementNumber: false, serviceCodeOrEngagementNumber: false };

/** Sixty schools of one town, one of them with 120 services, one closed. */
const schools: readonly DirectoryEntry[] = Array.from({ length: 60 }, (_, index) => ({
  structureId: `01900000-0000-7000-9000-${String(index).padStart(12, '0')}`,
  siret: siretOf(index),
  name: `École Prévert ${index + 1}`,
  kind: 'publicEstablishment',
  town: 'Trouville-les-Bains',
  address: { street: '2 rue des Bleuets', postCode: '14998', town: 'Trouville-les-Bains', country: 'FR' },
  department: '14',
  active: index !== 59,
  requirements: asking,
  reportsPayment: false,
  services:
    index === 0
      ? Array.from({ length: 120 }, (_, position) => ({
          code: `CLASSE-${position}`,
          name: position === 77 ? 'Restauration scolaire' : `Classe ${position}`,
          active: true,
        }))
      : [],
}));

describeInBrowser('the directory, open to strangers', () => {
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(), launchChromium()]);
    const { referenceData, close } = await openPersistence({
      url: stack.databaseUrl,
      secretKey: 'x'.repeat(32),
    });
    for (const school of schools) await referenceData.saveRecipient(school);
    await close();
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const open = async (path: string, { width = 1280, language = 'fr' } = {}): Promise<Page> => {
    const context = await newContext(browser, { width });
    await context.addInitScript((kept) => localStorage.setItem('parvis.language', kept), language);
    const page = await context.newPage();
    await page.goto(addressOf(path));
    await settled(page);
    return page;
  };
  const addressOf = (path: string): string => `${stack.url}/fournisseur/annuaire${path}`;

  /** The page as it stands: what an inspector says of it, and whether it is wider than its window. */
  const faultsOf = async (page: Page): Promise<string[]> => [
    ...(await accessibilityFaults(page)),
    ...(await tooWide(page)),
  ];
  const tooWide = async (page: Page): Promise<string[]> => {
    const sideways = await sidewaysScroll(page);
    return sideways > 0 ? [`${sideways} px wider than the window`] : [];
  };

  const asked = (page: Page, told: RegExp): Promise<void> =>
    page.waitForURL(({ search }) => told.test(decodeURIComponent(search.replaceAll('+', ' '))));

  it('leads by keyboard from a need to the service that answers it', async () => {
    const page = await open('');
    const troubles = noteTroubles(page);
    await page.keyboard.press('/');
    await page.keyboard.type('médicaments valmont');
    await asked(page, /médicaments valmont/);
    await settled(page);
    await says(page, 'Répond à votre recherche');
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('j');
    await page.locator('[data-row-opener]:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: hospital.name }).waitFor();
    await says(page, 'certains services demandent aussi');
    const advice = page.getByRole('list').filter({ hasText: 'Pharmacie à usage intérieur' }).first();
    expect(await textOf(advice)).toContain('« medicaments » relève de ce domaine');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Votre vente, en quelques mots').fill('repas');
    await says(page, 'Restauration et hôtellerie');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('keeps the search in the address, with its filters, and goes on page after page', async () => {
    const page = await open('');
    await page.getByRole('searchbox').fill('ecole prevrt');
    await says(page, 'École Prévert 1');
    await page.getByLabel('Département').selectOption('14');
    await asked(page, /departement=.*14/);
    await page.getByRole('button', { name: 'Établissements publics' }).click();
    await asked(page, /type=etablissement/);
    await says(page, /20 sur 60/);
    await page.getByRole('button', { name: 'Afficher la suite' }).click();
    await says(page, /40 sur 60/);
    await page.reload();
    await says(page, /20 sur 60/);
    await page.getByRole('button', { name: 'Santé' }).click();
    await says(page, 'Rien trouvé');
    await page.context().close();
  });

  it('searches among many services and shows them page by page', async () => {
    const page = await open(`/${siretOf(0)}`);
    await says(page, /25 sur 120/);
    await page.getByRole('searchbox', { name: 'Nom ou code du service' }).fill('restau');
    await says(page, /1 sur 1/);
    await says(page, 'Cette entité ne signale pas la mise en paiement');
    await page.context().close();
  });

  it('carries what was chosen into the deposit', async () => {
    const context = await newContext(browser);
    await signInQuietly(context, stack.url, 'paule@papeterie.example');
    const page = await context.newPage();
    await page.goto(addressOf(`/${hospital.siret}?pour=pharmacie`));
    await page.getByRole('link', { name: 'Facturer ce service' }).first().click();
    await says(page, `Pour facturer ${hospital.name}`);
    await says(page, "Ce service exige aussi un numéro d'engagement");
    await context.close();
  });

  it('hands over the whole directory as a file that opens', async () => {
    const page = await open('/fichiers');
    expect(await faultsOf(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: "Tout l'annuaire, JSON par lignes" }).click(),
    ]);
    const text = gunzipSync(await bytesOf(download)).toString('utf8');
    expect(text).toContain(`"siret":"${hospital.siret}"`);
    expect(download.suggestedFilename()).toMatch(/^annuaire-\d{4}-\d\d-\d\d\.jsonl\.gz$/);
    await page.context().close();
  });

  it('says what failed when nobody answers, and tries again', async () => {
    const page = await open('');
    await page.route('**/graphql', (route) => route.abort());
    await page.getByRole('searchbox').fill('valmont');
    const retry = page.getByRole('button', { name: 'Réessayer' });
    await retry.waitFor();
    await page.unroute('**/graphql');
    await retry.click();
    await says(page, hospital.name);
    await page.context().close();
  });

  /** One visitor sees them all, on a telephone and in English; the journeys above look at the wide ones in French. */
  it('is sound in every state at 390 px and in English, and no wider than its window at 1280', async () => {
    const page = await open('', { width: 390, language: 'en' });
    const faults: string[] = [];
    for (const [state, path] of [
      ['the start', ''],
      ['results', '?q=ecole%20prevert'],
      ['nothing found', '?q=xyzzyx'],
      ['an entity', `/${siretOf(0)}?pour=cantine`],
      ['a closed entity', `/${siretOf(59)}`],
      ['an entity nobody knows', '/00000000000000'],
      ['the files', '/fichiers'],
    ]) {
      await page.setViewportSize({ width: 390, height: 900 });
      await page.goto(addressOf(path ?? ''));
      await settled(page);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      const narrow = await faultsOf(page);
      await page.setViewportSize({ width: 1280, height: 900 });
      const wide = await tooWide(page);
      faults.push(...[...narrow, ...wide].map((fault) => `${state}: ${fault}`));
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
