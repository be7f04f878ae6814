import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deposited, invoiceTo } from '../support/journey.js';
import { type Stack, startStack } from '../support/stack.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { accessibilityFaults, noteTroubles, settled, sidewaysScroll } from './page-checks.js';
import { newContext, says, signInQuietly, tabTo, textOf } from './visitor.js';

const services = [
  ['PISCINE', 'Piscine municipale'],
  ['MEDIATHEQUE', 'Médiathèque'],
  ['SPORTS', 'Équipements sportifs'],
] as const;

/** Comes twice a month, alone in the town hall; everything at the keyboard where that is natural. */
describeInBrowser('the town secretary', () => {
  let stack: Stack;
  let browser: Browser;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(), launchChromium()]);
    const supplier = await stack.signedIn('paule@papeterie.example');
    const toTown = { recipient: 'town', engagementNumber: 'BC-2026-7' } as const;
    await deposited(supplier, invoiceTo('SEC-1', { ...toTown, serviceCode: 'ECOLES' }));
    const { serviceCode: _none, ...toNoService } = invoiceTo('SEC-2', toTown);
    await deposited(supplier, toNoService);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  const visit = async (width: number) => {
    const context = await newContext(browser, { width });
    await signInQuietly(context, stack.url, 'anne@mairie.example');
    const page = await context.newPage();
    return { context, page, troubles: noteTroubles(page) };
  };

  const isSound = async (page: Page): Promise<void> => {
    await settled(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  };

  it('creates three services, makes the code compulsory, sees what suppliers see, and mends what the linter says', async () => {
    const { context, page, troubles } = await visit(1280);
    await page.goto(`${stack.url}/administration/annuaire/services`);
    await page.getByRole('button', { name: 'Ajouter un service' }).press('Enter');
    for (const [code, name] of services) {
      await page.getByLabel('Code', { exact: true }).fill(code);
      await page.keyboard.press('Tab');
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name }).waitFor();
    }
    await page.getByLabel('Code', { exact: true }).fill('Piscine');
    await page.getByLabel('Nom', { exact: true }).fill('Encore une');
    await page.keyboard.press('Enter');
    await says(page, /déjà ce code/);
    await isSound(page);

    // One service: its invoices must carry an engagement number, whatever the town decides for the others.
    await page.getByRole('link', { name: 'Piscine municipale' }).click();
    await page.getByRole('radio', { name: /^Obligatoire/ }).check();
    await isSound(page);
    await page.getByRole('button', { name: 'Enregistrer' }).press('Enter');
    await says(page, 'Service Piscine municipale enregistré : vos fournisseurs le voient.');

    // The town: every invoice names its service. The supplier's view follows before anything is saved.
    await page.goto(`${stack.url}/administration/annuaire`);
    const seen = page.getByTestId('supplier-view');
    await seen.waitFor();
    expect(await textOf(seen)).toContain("Indiquez le numéro d'engagement juridique.");
    await page.getByRole('radio', { name: /^Un code service/ }).check();
    expect(await textOf(seen)).toContain(
      "Indiquez le code service ; certains services demandent aussi le numéro d'engagement juridique.",
    );
    await seen.getByLabel('Service destinataire').selectOption('PISCINE');
    expect(await textOf(seen)).toMatch(/Numéro d'engagement \(ou de marché\) obligatoire/);
    await seen.getByLabel('Service destinataire').selectOption('SPORTS');
    expect(await textOf(seen)).toMatch(/Numéro d'engagement \(ou de marché\) facultatif/);

    // One of the two invoices received named no service.
    const impact = page.getByRole('region', { name: 'Et sur les factures déjà reçues ?' });
    await says(impact, '1 aurait été refusée');
    await impact.getByText('Voir cette facture').press('Enter');
    expect(await textOf(impact)).toContain('SEC-2');
    await isSound(page);

    // What is typed survives leaving the page.
    await page.goto(`${stack.url}/administration/annuaire/services`);
    await page.getByRole('link', { name: 'Réglages', exact: true }).click();
    await page.getByRole('button', { name: 'Enregistrer' }).press('Enter');
    await says(page, 'Réglages enregistrés : vos fournisseurs les voient.');
    expect(await requirements()).toBe(
      "Indiquez le code service ; certains services demandent aussi le numéro d'engagement juridique.",
    );

    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('radio', { name: /^Un numéro d'engagement/, checked: true }).waitFor();
    expect(await requirements()).toBe("Indiquez le numéro d'engagement juridique.");
    expect(troubles.filter((trouble) => !trouble.includes('favicon'))).toEqual([]);
    await context.close();
  });

  it.each([1280, 390])('never loses the focus behind the bar that saves, at %d pixels', async (width) => {
    const { context, page } = await visit(width);
    await page.goto(`${stack.url}/administration/annuaire/services/VOIRIE`);
    await page.getByRole('radio', { name: /^Comme l'entité/ }).focus();
    const bar = page.getByTestId('save-bar');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowDown', 'Tab']) {
      await page.keyboard.press(key);
      await bar.waitFor();
      const focused = page.locator('label:has(:focus), summary:focus').last();
      const { y = 0, height = 0 } = (await focused.boundingBox()) ?? {};
      expect(y + height).toBeLessThanOrEqual((await bar.boundingBox())?.y ?? 0);
    }
    await context.close();
  });

  it('corrects what the linter says, on a telephone as well', async () => {
    const { context, page, troubles } = await visit(390);
    await page.goto(`${stack.url}/administration/annuaire`);
    const findings = page.getByRole('region', { name: 'Ce qui gêne vos fournisseurs' });
    await says(findings, /Deux services se ressemblent/);
    await findings.getByText(/conseils/).click();
    await isSound(page);

    await findings.getByRole('button', { name: 'Fermer ce service' }).click();
    await says(page, '1 service fermé.');
    await findings.getByText(/Date de validité passée/).waitFor({ state: 'detached' });

    // A twin is closed, a name that says nothing is given.
    await page.goto(`${stack.url}/administration/annuaire/services/ECOLE-1`);
    await page.getByRole('button', { name: 'Fermer ce service' }).press('Enter');
    await says(page, /Service Écoles et cantine fermé/);
    await page.goto(`${stack.url}/administration/annuaire`);
    await findings.getByRole('link', { name: 'Voir FETES' }).press('Enter');
    await page.getByLabel('Nom', { exact: true }).fill('Fêtes et cérémonies');
    await page.getByText('Paiement, validité, contact').press('Enter');
    await page.getByLabel('Adresse du service').fill('pas une adresse');
    await page.keyboard.press('Enter');
    await says(page, /Ce n'est pas une adresse électronique/);
    await isSound(page);
    await page.getByLabel('Adresse du service').fill('fetes@saint-aubin.example');
    await tabTo(page, page.getByRole('button', { name: 'Enregistrer' }));
    await page.keyboard.press('Enter');
    await says(page, /Service Fêtes et cérémonies enregistré/);
    expect(await textOf(page.getByTestId('supplier-view'))).toContain('fetes@saint-aubin.example');
    await page.goto(`${stack.url}/administration/annuaire`);
    await says(page, 'Rien ne gêne vos fournisseurs : vos réglages sont cohérents.');
    await isSound(page);

    await page.goto(`${stack.url}/administration/annuaire/historique`);
    await says(page, 'Service CIMETIERE fermé');
    await says(page.getByRole('main'), /Anne Rouault/);
    await isSound(page);
    expect(troubles.filter((trouble) => !trouble.includes('favicon'))).toEqual([]);
    await context.close();
  });

  it('who may only read invoices sees the public entry, and no way to change it', async () => {
    const { context, page } = await visit(1280);
    await signInQuietly(context, stack.url, 'karim@hopital.example');
    await page.goto(`${stack.url}/administration/annuaire`);
    await says(page, /Vous voyez la fiche publique/);
    await isSound(page);
    expect(await page.getByRole('button', { name: 'Enregistrer' }).count()).toBe(0);
    await context.close();
  });

  /** As everybody reads it in the directory. */
  const requirements = async (): Promise<string | undefined> => {
    const api = await stack.signedIn('paule@papeterie.example');
    const { directoryEntry } = await api.query<{ directoryEntry: { requirementSentence: string } }>(
      '{ directoryEntry(siret: "00000320200017") { requirementSentence } }',
    );
    return directoryEntry.requirementSentence;
  };
});
