import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { startSshd, type TestSshd } from '@parvis/connector-kit/testing/sshd';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Api, eventually } from '../support/api.js';
import { approved, becomes, deliveryOf, deposited, invoiceTo, see } from '../support/journey.js';
import { type Stack, startStack } from '../support/stack.js';
import { toldAsOneStory } from '../support/story.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { accessibilityFaults, noteTroubles, settled, sidewaysScroll } from './page-checks.js';
import { newContext, says, signInQuietly } from './visitor.js';

/** Of the entity that has connected nothing yet. */
const AGENT = 'marc@ddt.example';

const toState = (number: string) => invoiceTo(number, { recipient: 'state', serviceCode: 'FINDDT076' });

describeInBrowser('the pages on connections', () => {
  let stack: Stack;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let supplier: Api;
  let agent: Api;
  let sshd: TestSshd | undefined;
  let troubles: string[];
  /** The invoice that is there before anything is connected. */
  let tried: string;

  beforeAll(async () => {
    [stack, browser, sshd] = await Promise.all([startStack(), launchChromium(), startSshd()]);
    supplier = await stack.signedIn('paule@papeterie.example');
    agent = await stack.signedIn(AGENT);
    tried = await arrived('F-ESSAI');
  });
  afterAll(async () => {
    await browser?.close();
    await Promise.all([stack?.stop(), sshd?.stop()]);
  });
  beforeEach(async () => {
    context = await newContext(browser);
    page = await context.newPage();
    troubles = noteTroubles(page);
    await signInQuietly(context, stack.url, AGENT);
  });
  afterEach(async () => {
    expect(troubles).toEqual([]);
    await context.close();
  });
  toldAsOneStory();

  const arrived = async (number: string): Promise<string> => {
    const { id } = await deposited(supplier, toState(number));
    await becomes(agent, id, 'MADE_AVAILABLE');
    return id;
  };
  const open = async (where: string): Promise<void> => {
    await page.goto(`${stack.url}/administration/connecteurs${where}`);
    await settled(page);
  };
  const press = (name: string | RegExp): Promise<void> =>
    page.getByRole('button', { name, exact: typeof name === 'string' }).click();
  const follow = (name: string): Promise<void> => page.getByRole('link', { name, exact: true }).click();
  const sound = async (): Promise<void> => {
    await settled(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => sidewaysScroll(page)).toBe(0);
    await page.setViewportSize({ width: 1280, height: 900 });
  };
  const stands = (number: string, state: string): Promise<void> =>
    page.getByRole('row').filter({ hasText: number }).getByText(state, { exact: true }).waitFor();
  const inBooks = (number: string): Promise<unknown> =>
    eventually(
      () => stack.books.billsFor(number),
      (bills) => bills.length > 0,
    );

  it('connects a system step by step, and keeps what was typed but for the secret', async () => {
    await open('');
    await says(page, 'Aucun logiciel comptable relié');
    await follow('Connecter un logiciel');
    await page.getByRole('searchbox', { name: 'Chercher un logiciel' }).fill('simul');
    await expect.poll(() => page.getByRole('heading', { level: 2 }).count()).toBe(1);
    await sound();
    await follow('Simulateur comptable');

    await press('Continuer');
    await says(page, '2 points à corriger');
    await page.getByLabel('Adresse', { exact: true }).fill(stack.books.url);
    await page.getByLabel('Jeton', { exact: true }).fill('un-autre-jeton');
    await press('Tester');
    await says(page, 'Quelque chose manque.');
    await says(page, 'Le simulateur refuse le jeton');

    await page.reload();
    await says(page, 'Les secrets ne sont jamais gardés');
    expect(await page.getByLabel('Adresse', { exact: true }).inputValue()).toBe(stack.books.url);
    expect(await page.getByLabel('Jeton', { exact: true }).inputValue()).toBe('');
    await page.getByLabel('Jeton', { exact: true }).fill(stack.books.token);
    await press('Continuer');
    await page.getByLabel('Nom du raccordement').fill('Bac à sable');
    await page.getByRole('radio', { name: /^Dès leur arrivée/ }).check();
    await sound();
    await press('Enregistrer et essayer à blanc');
  });

  it('shows what the last invoices would become', async () => {
    await open('');
    await follow('Bac à sable');
    await follow('Essai à blanc');
    await press('Lancer l’essai à blanc');
    await says(page, 'La facture essayée passerait.');
    await says(page, 'Ramettes de papier A4');
    await says(page, /serait créé/);
    await sound();
    expect(await stack.books.billsFor('F-ESSAI')).toEqual([]);
  });

  it('sends one invoice out of service: it comes back with its word, and moves nothing here', async () => {
    await open('');
    await follow('Bac à sable');
    await follow('Essai à blanc');
    await press('Lancer l’essai à blanc');
    await page.getByRole('button', { name: 'Envoyer cette facture, F-ESSAI' }).press('Enter');
    const asked = page.getByRole('dialog');
    await asked.getByText(/Simulateur comptable, environnement Simulateur/).waitFor();
    await asked.getByText(/la facture ne bouge pas/).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await asked.getByRole('button', { name: 'Envoyer', exact: true }).press('Enter');
    await page.getByRole('status').getByText('Transmise', { exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^Envoyer cette facture/ }).count()).toBe(0);
    await sound();
    const [bill, ...others] = await stack.books.billsFor('F-ESSAI');
    expect(others).toEqual([]);
    if (bill) await stack.books.act(bill, 'validate');
    await eventually(
      () => deliveryOf(agent, tried),
      (delivery) => delivery?.remoteStatus === 'validated',
    );
    await follow('Voir la transmission de F-ESSAI');
    await page.getByRole('dialog').getByText('validated', { exact: true }).waitFor();
    await page.getByRole('dialog').press('Escape');
    await stands('F-ESSAI', 'mot du logiciel : validated');
    await stands('F-ESSAI', 'Mise à disposition');
    expect(await see(agent, tried)).toMatchObject({ status: 'MADE_AVAILABLE' });
  });

  it('puts the connection in service', async () => {
    await open('');
    await follow('Bac à sable');
    await follow('Essai à blanc');
    await press('Mettre en service');
    await page.getByRole('dialog').getByRole('button', { name: 'Mettre en service' }).click();
    await says(page, 'Bac à sable est en service.');
    await page.getByText('En service', { exact: true }).first().waitFor();
  });

  it('shows each delivery down to what was asked and answered, and never the secret', async () => {
    await arrived('F-PARTIE');
    await inBooks('F-PARTIE');
    await open('');
    await follow('Bac à sable');
    await stands('F-PARTIE', 'Transmise');
    await page.getByRole('row').filter({ hasText: 'F-PARTIE' }).getByRole('link').press('Enter');
    const detail = page.getByRole('dialog');
    await detail.getByText('Clé d’envoi').waitFor();
    const exchange = detail.locator('summary').first();
    await exchange.press('Enter');
    await detail.getByText('Question', { exact: true }).first().waitFor();
    expect(await detail.innerText()).not.toContain(stack.books.token);
    await sound();
  });

  it('says why an invoice was refused, and sends it again once that is mended', async () => {
    await stack.books.mood({ closedUntil: '2099-12-31' });
    await arrived('F-FERMEE');
    await open('');
    await follow('Bac à sable');
    await stands('F-FERMEE', 'Refusée');
    await page.getByRole('button', { name: /^Refusées/ }).click();
    await page.getByRole('columnheader', { name: 'Pourquoi, et que faire' }).waitFor();
    await sound();
    await stack.books.mood({ closedUntil: null });
    await press('Renvoyer 1 transmission');
    await page.getByRole('dialog').getByRole('button', { name: 'Renvoyer' }).click();
    await says(page, '1 transmission repart.');
    await page.getByRole('button', { name: /^Transmises/ }).click();
    await stands('F-FERMEE', 'Transmise');
    expect(await stack.books.billsFor('F-FERMEE')).toHaveLength(1);
  });

  it('pauses and resumes: what waits is neither lost nor sent', async () => {
    await open('');
    await follow('Bac à sable');
    await press('Mettre en pause');
    await says(page, 'rien ne se perd');
    await arrived('F-PAUSE');
    await page.reload();
    await says(page, /En pause : 1 facture attend la reprise/);
    expect(await stack.books.billsFor('F-PAUSE')).toEqual([]);
    await press('Reprendre');
    await stands('F-PAUSE', 'Transmise');
  });

  it('says why a connection was paused by itself, and what mends it', async () => {
    await stack.books.mood({ refusesSignIn: true });
    await arrived('F-COMPTE');
    await open('');
    await follow('Bac à sable');
    await says(page, /Mis en pause .* : Le simulateur refuse le jeton de la connexion/);
    await follow('Ouvrir les réglages');
    await sound();
    await stack.books.mood({ refusesSignIn: false });
    await press('Reprendre');
    await says(page, 'C’est reparti');
    await inBooks('F-COMPTE');
  });

  it('replaces a secret without ever showing it', async () => {
    await open('');
    await follow('Bac à sable');
    await page.getByRole('link', { name: 'Réglages', exact: true }).click();
    await says(page, 'Déjà enregistré');
    await press('Remplacer');
    await page.getByLabel('Jeton', { exact: true }).fill('faux');
    await press('Tester');
    await says(page, 'Le simulateur refuse le jeton');
    await press('Annuler les changements');
    await press('Tester');
    await says(page, 'Tout va bien.');
    await sound();
  });

  const filesSent = async ({ directory }: TestSshd): Promise<string[]> =>
    (await readdir(path.join(directory, 'in'))).filter((name) => name.endsWith('.xml'));

  it('connects a server for files over SFTP, whose key a person confirms first', async (test) => {
    if (!sshd) return test.skip('no OpenSSH server here');
    const there = sshd;
    const { host, port, user, privateKey, hostKey } = there.server;
    await open('/nouveau/file-exchange');
    await page.getByRole('radio', { name: /^Sur un serveur SFTP/ }).check();
    await page.getByLabel(/^Adresse du serveur/).fill(host);
    await page.getByLabel(/^Port/).fill(String(port));
    await page.getByLabel(/^Nom d’utilisateur/).fill(user);
    await page.getByLabel(/^Clé privée/).fill(privateKey ?? '');
    await page.getByLabel(/^Répertoire sur le serveur/).fill(there.directory);
    await press('Continuer');
    await says(page, 'Une étape encore avant de continuer.');
    await page.getByRole('combobox', { name: /^Empreinte du serveur/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('combobox', { name: /^Empreinte/ }).inputValue()).toBe(hostKey);
    await sound();
    await press('Continuer');
    await page.getByRole('heading', { name: 'Dossiers et noms' }).waitFor();
    await press('Continuer');
    await page.getByRole('heading', { name: 'Format' }).waitFor();
    await press('Continuer');
    await page.getByLabel('Nom du raccordement').fill('Serveur de dépôt');
    await page.getByRole('radio', { name: /^Production/ }).check();
    await press('Enregistrer et essayer à blanc');
    await press('Lancer l’essai à blanc');
    await page
      .getByText(/^Voir le fichier/)
      .first()
      .click();
    await says(page, 'CPPFacturePivot');
    await sound();
    expect(await filesSent(there)).toEqual([]);
    await press('Mettre en service');
    await page.getByRole('dialog').getByRole('button', { name: 'Mettre en service' }).click();
    await says(page, 'Serveur de dépôt est en service.');
    await approved(supplier, agent, toState('F-FICHIER'));
    await eventually(
      () => filesSent(there),
      (names) => names.length === 1,
    );
  });

  it('shows everything to those who may only read, and no act', async () => {
    await context.clearCookies();
    await signInQuietly(context, stack.url, 'karim@hopital.example');
    await open('');
    await says(page, 'Votre rôle permet de suivre les transmissions');
    await follow('Simulateur comptable');
    await says(page, 'Aucune transmission ici');
    await page.getByRole('link', { name: 'Réglages', exact: true }).click();
    await says(page, 'Mots de statut du logiciel');
    expect(await page.getByLabel('Nom du raccordement').isDisabled()).toBe(true);
    const acts = /Mettre en pause|Tester|Enregistrer|Retirer|Remplacer|Rejouer/;
    expect(await page.getByRole('button', { name: acts, disabled: false }).count()).toBe(0);
    await sound();
  });
});
