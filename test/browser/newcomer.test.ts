import { codeIn, linkIn } from '@parvis/application/testing/mails';
import { invoiceOfDemo } from '@parvis/demo-data/invoice-of-demo';
import { writeFacturX } from '@parvis/formats/write-pdf/write-factur-x';
import { openPersistence, type Persistence } from '@parvis/persistence/open-persistence';
import { secretKey } from '@parvis/persistence/testing/test-secret';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../support/api.js';
import { invoiceTo } from '../support/journey.js';
import { type Stack, startStack } from '../support/stack.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import { accessibilityFaults, noteTroubles, settled, sidewaysScroll } from './page-checks.js';
import { newContext, onDesk, says, signInQuietly } from './visitor.js';

const SIRET = '00000091900019';
const password = 'rabot, ciseau et varlope';

/** The newcomer's own first invoice: a PDF with its data inside. */
const firstInvoice = async (): Promise<Uint8Array> => {
  const invoice = invoiceOfDemo(invoiceTo('MDL-2026-001'));
  const seller = {
    ...invoice.seller,
    name: 'Menuiserie du Lac',
    identifiers: [{ value: SIRET, scheme: '0009' }],
    electronicAddress: { value: SIRET, scheme: '0009' },
    legalRegistration: { value: SIRET.slice(0, 9), scheme: '0002' },
    vatIdentifier: 'FR53000000919',
  };
  return writeFacturX({ ...invoice, seller }, { language: 'fr' });
};

describeInBrowser('a newcomer', () => {
  let stack: Stack;
  let browser: Browser;
  let database: Persistence;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(), launchChromium()]);
    database = await openPersistence({ url: stack.databaseUrl, secretKey });
  });
  afterAll(async () => {
    await database?.close();
    await browser?.close();
    await stack?.stop();
  });

  const visitor = async (
    locale = 'fr-FR',
  ): Promise<{ context: BrowserContext; page: Page; troubles: string[] }> => {
    const context = await newContext(browser, { locale });
    const page = await context.newPage();
    return { context, page, troubles: noteTroubles(page) };
  };

  /** What was last written to an address; no mail leaves the demonstration. */
  const lastMailTo = (address: string, after?: string) =>
    eventually(
      async () => {
        const waiting = await database.work.run(({ mail }) => mail.newestWaiting(100));
        const found = waiting.find(({ to, mailId }) => to === address && mailId !== after);
        if (!found) throw new Error(`nothing for ${address}`);
        return found;
      },
      () => true,
    );

  /** Sound at both widths, in this state. */
  const inspect = async (page: Page, widths: readonly number[] = [1280, 390]): Promise<void> => {
    await settled(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 844 });
      await expect.poll(() => sidewaysScroll(page)).toBe(0);
      expect(await accessibilityFaults(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  };

  const fillIn = async (page: Page, siret: string, email: string): Promise<void> => {
    await page.getByLabel('SIRET de votre structure').fill(siret);
    await page.getByLabel('Prénom et nom').fill('Nadia Lopez');
    await page.getByLabel('Adresse électronique').fill(email);
    await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  };

  it('goes from the door to the receipt of a first invoice in three screens, by keyboard and paste', async () => {
    const { context, page, troubles } = await visitor();
    const screens = new Set<string>();
    page.on('framenavigated', () => screens.add(new URL(page.url()).pathname));
    await page.goto(`${stack.url}/fournisseur/annuaire/00000320200017`);
    await page.getByRole('link', { name: 'Facturer cette entité' }).click();
    await page.getByRole('link', { name: 'Créer un compte' }).click();
    await page.getByRole('heading', { level: 1, name: 'Créer un compte' }).waitFor();
    screens.clear();
    screens.add(new URL(page.url()).pathname);

    await fillIn(page, '000 000 919 00019', 'nadia@menuiserie.example');
    await says(page, /^Nouvelle structure/);
    await page.getByLabel('Nom de la structure').fill('Menuiserie du Lac');
    await page.getByLabel('Numéro et rue').fill('3 rue des Scieurs');
    await page.getByLabel('Code postal').fill('74999');
    await page.getByLabel('Commune').fill('Annecy-les-Bois');
    await page.getByLabel('Mot de passe', { exact: true }).press('Enter');

    await page.getByRole('heading', { level: 1, name: 'Confirmez votre adresse' }).waitFor();
    const code = page.getByLabel('Code reçu');
    await expect.poll(() => code.evaluate((element) => element === document.activeElement)).toBe(true);
    const right = codeIn(await lastMailTo('nadia@menuiserie.example'));
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      ` ${right.slice(0, 3)} ${right.slice(3)}\n`,
    );
    await page.keyboard.press('ControlOrMeta+V');

    await page.getByRole('heading', { level: 1, name: 'Déposer' }).waitFor();
    await says(page, /^Pour facturer /);
    await page
      .getByLabel('Choisir des fichiers')
      .setInputFiles(onDesk('premiere.pdf', await firstInvoice(), 'application/pdf'));
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
    await says(page, /Facture MDL-2026-001 reçue le/);
    expect([...screens]).toEqual([
      '/fournisseur/inscription',
      '/fournisseur/inscription/confirmer',
      '/fournisseur/deposer',
    ]);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('is told all that is wrong at once, keeps what was typed, and meets no accessibility fault', async () => {
    const { context, page } = await visitor();
    await page.goto(`${stack.url}/fournisseur/inscription`);
    await inspect(page);
    await page.getByLabel('SIRET de votre structure').fill('00000012500014');
    await says(page, /^Ce SIRET n'existe pas/);
    await page.getByLabel('Adresse électronique').fill('nadia');
    await page.getByRole('button', { name: 'Recevoir mon code' }).click();
    const summary = page.getByRole('alert');
    await summary.waitFor();
    expect(await summary.getByRole('link').count()).toBe(4);
    await inspect(page);
    await summary.getByRole('link').nth(1).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('sign-up-email');
    await page.reload();
    expect(await page.getByLabel('Adresse électronique').inputValue()).toBe('nadia');
    expect(await page.getByLabel('Mot de passe', { exact: true }).inputValue()).toBe('');
    await context.close();
  });

  it('asks to join a structure that is there, after a wrong code and another message, and sees who was asked', async () => {
    const { context, page } = await visitor();
    const email = 'omar@papeterie.example';
    await page.goto(`${stack.url}/fournisseur/inscription`);
    await fillIn(page, '00000012500013', email);
    await says(page, /Papeterie du Bocage.* est déjà sur Parvis/);
    expect(await page.getByLabel('Nom de la structure').count()).toBe(0);
    await inspect(page);
    await page.getByRole('button', { name: 'Recevoir mon code' }).click();
    const code = page.getByLabel('Code reçu');
    await code.waitFor();
    await inspect(page, [390]);

    const mail = await lastMailTo(email);
    await code.fill(codeIn(mail) === '000000' ? '000001' : '000000');
    await says(page.getByRole('alert'), /Ce code ne convient pas.*Il reste 4 essais/);
    await inspect(page, [390]);
    await page.getByRole('button', { name: 'Envoyer un autre message' }).click();
    await says(page, "Un message vient d'être envoyé.");
    await database.dataSource.query(
      "UPDATE pending_sign_up SET last_sent_at = last_sent_at - interval '2 minutes', code_expires_at = now() WHERE email = $1",
      [email],
    );
    await code.fill(codeIn(mail));
    await says(page, /plus de 15 minutes/);
    await page.getByRole('button', { name: 'Envoyer un autre message' }).click();
    await says(page, /Un autre message est parti/);
    const second = await lastMailTo(email, mail.mailId);
    await code.fill(codeIn(second));

    await page.getByRole('heading', { level: 1, name: 'Votre demande attend une réponse' }).waitFor();
    await says(page, 'Papeterie du Bocage');
    await says(page, 'Pas encore ouverte par un gestionnaire.');
    await inspect(page);
    await page.getByRole('link', { name: "Chercher une entité publique dans l'annuaire" }).click();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: 'nnuaire' }).waitFor();
    await context.close();
  });

  it('opens the link in another tab of the same browser without anything more', async () => {
    const { context, page } = await visitor();
    const email = 'mona@menuiserie.example';
    await page.goto(`${stack.url}/fournisseur/inscription`);
    await fillIn(page, '00000078600012', email);
    await says(page, /Traiteur Lemaire/);
    await page.getByRole('button', { name: 'Recevoir mon code' }).click();
    await page.getByLabel('Code reçu').waitFor();
    const tab = await context.newPage();
    await tab.goto(`${stack.url}/fournisseur/inscription/confirmer#${linkIn(await lastMailTo(email))}`);
    await tab.getByRole('heading', { level: 1, name: 'Votre demande attend' }).waitFor();
    await says(tab, 'Traiteur Lemaire');
    await context.close();
  });

  it('opens the link on another device with the password, and only with it', async () => {
    const { context, page } = await visitor();
    const email = 'lise@menuiserie.example';
    await page.goto(`${stack.url}/fournisseur/inscription`);
    await fillIn(page, '00000034900019', email);
    await says(page, /Énergies du Val/);
    await page.getByRole('button', { name: 'Recevoir mon code' }).click();
    await page.getByLabel('Code reçu').waitFor();
    const link = linkIn(await lastMailTo(email));
    await context.close();

    const elsewhere = await visitor();
    await elsewhere.page.goto(`${stack.url}/fournisseur/inscription/confirmer#${link}`);
    const field = elsewhere.page.getByLabel('Mot de passe', { exact: true });
    await field.fill('un autre mot de passe');
    expect(new URL(elsewhere.page.url()).hash).toBe('');
    await inspect(elsewhere.page);
    await elsewhere.page.getByRole('button', { name: 'Confirmer' }).click();
    await says(elsewhere.page.getByRole('alert'), /Il reste 4 essais/);
    await field.fill(password);
    await elsewhere.page.getByRole('button', { name: 'Confirmer' }).click();
    await elsewhere.page.getByRole('heading', { level: 1, name: 'Votre demande attend' }).waitFor();
    await elsewhere.context.close();
  });

  it('who has forgotten the password chooses another by a link that opens once', async () => {
    const { context, page } = await visitor();
    await page.goto(`${stack.url}/fournisseur/`);
    await page.getByRole('link', { name: 'Mot de passe oublié' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mot de passe oublié' }).waitFor();
    await inspect(page);
    await page.getByLabel('Adresse électronique').fill('yann@energies.example');
    await page.getByRole('button', { name: 'Envoyer le lien' }).click();
    await says(page, /Si yann@energies.example a un compte/);
    await inspect(page, [390]);
    const link = linkIn(await lastMailTo('yann@energies.example'));
    await page.goto(`${stack.url}/fournisseur/mot-de-passe-oublie/nouveau#${link}`);
    await page.getByLabel('Nouveau mot de passe').fill('azertyuiop123');
    await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
    await says(page.getByRole('alert'), /premiers que l'on devine/);
    await inspect(page, [390]);
    await page.getByLabel('Nouveau mot de passe').fill('trois chevaux bleus');
    await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
    await says(page, 'Le mot de passe est changé. Connectez-vous avec le nouveau.');
    await page.goto(`${stack.url}/fournisseur/mot-de-passe-oublie/nouveau#${link}`);
    await page.reload();
    await page.goto(`${stack.url}/fournisseur/mot-de-passe-oublie/nouveau`);
    await says(page, "Ce lien n'est pas complet");
    await inspect(page, [390]);
    await context.close();
  });

  it('changes password and address from the account page; the new address proves itself', async () => {
    const { context, page, troubles } = await visitor();
    await signInQuietly(context, stack.url, 'hugo@traiteur.example');
    await page.goto(`${stack.url}/fournisseur/compte`);
    const passwords = page.getByRole('region', { name: 'Mot de passe' });
    await passwords.getByLabel('Mot de passe actuel').fill('faux');
    await passwords.getByLabel('Nouveau mot de passe').fill(password);
    await passwords.getByRole('button', { name: 'Changer le mot de passe' }).click();
    await says(passwords.getByRole('alert'), /n'est pas le vôtre/);
    await inspect(page, [390]);
    await passwords.getByLabel('Mot de passe actuel').fill('parvis-demo');
    await passwords.getByRole('button', { name: 'Changer le mot de passe' }).click();
    await says(passwords, /Le mot de passe est changé/);

    const addresses = page.getByRole('region', { name: 'Adresse électronique' });
    await addresses.getByLabel('Nouvelle adresse').fill('hugo@ailleurs.example');
    await addresses.getByLabel('Mot de passe actuel').fill(password);
    await addresses.getByRole('button', { name: "Changer l'adresse" }).click();
    await says(addresses, /Un lien est parti à hugo@ailleurs.example/);
    const link = linkIn(await lastMailTo('hugo@ailleurs.example'));
    await page.goto(`${stack.url}/fournisseur/adresse/confirmer#${link}`);
    await inspect(page, [390]);
    await page.getByRole('button', { name: 'Confirmer cette adresse' }).click();
    await says(page, 'Vous vous connectez désormais avec hugo@ailleurs.example.');
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('without a SIRET says what identifies the structure instead', async () => {
    const { context, page } = await visitor();
    await page.goto(`${stack.url}/fournisseur/inscription`);
    await page.getByRole('button', { name: 'Pas de SIRET ?' }).click();
    await page.getByLabel('Identifiant de votre structure').fill('BE0203201341');
    await says(page, /n'existe pas/);
    await page.getByLabel('Identifiant de votre structure').fill('BE 0203.201.340');
    await says(page, /^Nouvelle structure/);
    await inspect(page, [390]);
    await context.close();
  });

  it('of a public entity that the directory does not know is told so, in English too', async () => {
    const { context, page, troubles } = await visitor('en-GB');
    await page.addInitScript(() => localStorage.setItem('parvis.language', 'en'));
    await page.goto(`${stack.url}/administration/inscription`);
    await page.getByLabel('SIRET of your structure').fill(SIRET);
    await says(page, /not in the directory/);
    await inspect(page, [390]);
    expect(troubles).toEqual([]);
    await context.close();
  });
});
