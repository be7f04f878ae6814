import { createHash } from 'node:crypto';
import { ublFile } from '@parvis/demo-data/ubl-file';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../support/api.js';
import { deposit, invoiceTo } from '../support/journey.js';
import { type Stack, startStack } from '../support/stack.js';
import { toldAsOneStory } from '../support/story.js';
import { describeInBrowser, launchChromium } from './chromium.js';
import {
  bytesOf,
  drop,
  factsIn,
  loadedAt,
  newContext,
  onDesk,
  says,
  signIn,
  tabTo,
  textOf,
} from './visitor.js';

const NUMBER = 'F-2026-0815';

describeInBrowser('one invoice, from the supplier’s file to paid', () => {
  const file = ublFile(invoiceTo(NUMBER));
  let stack: Stack;
  let browser: Browser;
  let supplier: Page;
  let agent: Page;
  let accountant: Page;
  let loaded: { supplier: number; agent: number };

  beforeAll(async () => {
    [stack, browser] = await Promise.all([startStack(), launchChromium()]);
    const [first, second, third] = await Promise.all([1, 2, 3].map(() => newContext(browser)));
    if (!first || !second || !third) throw new Error('no browser contexts');
    [supplier, agent, accountant] = await Promise.all([first.newPage(), second.newPage(), third.newPage()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });
  toldAsOneStory();

  it('refuses a file with an unknown service, names the recipient’s rule and lists the open services', async () => {
    await signIn(supplier, `${stack.url}/fournisseur/`, 'paule@papeterie.example');
    await supplier.getByRole('link', { name: 'Déposer', exact: true }).click();
    await supplier.getByRole('heading', { level: 1, name: 'Déposer' }).waitFor();

    await drop(supplier, onDesk('fausse.xml', ublFile(invoiceTo('F-2026-0814', { serviceCode: 'CUISINE' }))));

    const faults = supplier.getByRole('list', { name: '1 point à corriger avant l' });
    await faults.waitFor();
    expect(await textOf(faults)).toContain('PV-SERVICE-CODE-UNKNOWN');
    const choices = faults.getByRole('list', { name: /^Valeurs acceptées/ });
    expect(await choices.locator('code').allTextContents()).toEqual([
      'PHARMACIE',
      'RESTAURATION',
      'INFORMATIQUE',
      'TRAVAUX',
    ]);
    expect(await textOf(faults)).toContain('Centre hospitalier de Valmont');
    expect(await supplier.getByRole('button', { name: /^Envoyer/ }).count()).toBe(0);
    await supplier.getByRole('button', { name: 'Retirer fausse.xml' }).click();
  });

  it('shows a good file field by field before anything is sent', async () => {
    await drop(supplier, onDesk('facture.xml', file));

    const card = supplier.getByRole('listitem').filter({ hasText: 'facture.xml' });
    await card.getByRole('button', { name: 'Envoyer', exact: true }).waitFor();
    expect(await factsIn(card)).toMatchObject({
      Destinataire: 'Centre hospitalier de Valmont',
      Service: "Direction des systèmes d'information (INFORMATIQUE)",
      'Montant HT': '331,20 €',
      TVA: '55,54 €',
      'Montant TTC': '386,74 €',
      'À payer': '386,74 €',
    });
    expect(await depositedNumbers()).toEqual([]);
  });

  it('appears in the open list of the agent once it is sent, without reloading', async () => {
    await signIn(agent, `${stack.url}/administration/`, 'claire@hopital.example');
    await agent.getByText('Rien ne vous attend').waitFor();
    loaded = { supplier: await loadedAt(supplier), agent: await loadedAt(agent) };

    await supplier.getByRole('button', { name: 'Envoyer', exact: true }).click();

    await says(supplier, /Facture F-2026-0815 reçue le .*il fait foi/);
    await says(supplier, createHash('sha256').update(file).digest('hex'));
    const row = agent.getByRole('row').filter({ hasText: NUMBER });
    await row.getByText('Mise à disposition').waitFor();
    expect(await textOf(row)).toContain('386,74 €');
    expect(await loadedAt(agent)).toBe(loaded.agent);
  });

  it('is refused under the same number again, with a link to the first', async () => {
    const second = await supplier.context().newPage();
    await second.goto(`${stack.url}/fournisseur/deposer`);
    await second.getByLabel('Choisir des fichiers').setInputFiles(onDesk('encore.xml', file));
    const toFirst = second.getByRole('link', { name: 'Voir la première facture' });
    await toFirst.waitFor();
    expect(await second.getByRole('button', { name: /^Envoyer/ }).count()).toBe(0);

    await toFirst.click();

    await second.getByRole('heading', { level: 1, name: new RegExp(NUMBER) }).waitFor();
    await second.close();
    expect(await depositedNumbers()).toEqual([NUMBER]);
  });

  it('is read by the agent beside its data, and downloads as the very file that was sent', async () => {
    await agent.getByRole('row').filter({ hasText: NUMBER }).getByRole('link').click();
    await agent.getByRole('heading', { level: 1, name: `Facture ${NUMBER}` }).waitFor();
    await says(agent, 'MISE_A_DISPOSITION / 203');

    const document = agent.frameLocator(`iframe[title="${NUMBER}"]`);
    await document.getByText('Ramettes de papier A4').waitFor();
    const data = agent.getByRole('tabpanel', { name: 'Données' });
    expect(await factsIn(data)).toMatchObject({ 'Total HT': '331,20 €', 'Total TTC': '386,74 €' });

    const [download] = await Promise.all([
      agent.waitForEvent('download'),
      data.getByRole('link', { name: 'facture.xml' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('facture.xml');
    expect(Buffer.compare(await bytesOf(download), file)).toBe(0);

    await agent.getByRole('tab', { name: 'Suivi' }).click();
    expect(await historyOf(agent)).toEqual(['DEPOSEE', 'MISE_A_DISPOSITION']);
  });

  it('is suspended with a reason shown as the supplier will read it, and the supplier sees it live', async () => {
    await supplier.getByRole('link', { name: 'Suivre la facture' }).click();
    await says(supplier, 'MISE_A_DISPOSITION / 203');

    await agent.getByRole('button', { name: 'Suspendre…' }).click();
    const dialog = agent.getByRole('dialog', { name: `Suspendre la facture ${NUMBER}` });
    await dialog.getByLabel('Motif').selectOption({ label: 'Pièce justificative absente ou insuffisante' });
    await dialog.getByLabel('Précision pour le fournisseur').fill('Il manque le bon de livraison signé.');
    const preview = await textOf(dialog.getByRole('region', { name: 'Ce que le fournisseur lira' }));
    expect(preview).toContain('Ajoutez-la pour que le traitement reprenne.');
    expect(preview).toContain('Il manque le bon de livraison signé.');
    await dialog.getByRole('button', { name: 'Suspendre', exact: true }).click();

    await says(supplier, 'SUSPENDUE / 208');
    await supplier.getByRole('heading', { name: 'Répondre au destinataire' }).waitFor();
    await says(supplier, 'Il manque le bon de livraison signé.');
    expect(await loadedAt(supplier)).toBe(loaded.supplier);
  });

  it('is completed with a comment and a document, and the agent sees the answer live', async () => {
    await supplier.getByLabel('Votre message').fill('Voici le bon de livraison.');
    const paper = onDesk('bon-de-livraison.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'), 'application/pdf');
    await supplier.getByLabel('Choisir des fichiers').setInputFiles(paper);
    await supplier.getByText('bon-de-livraison.pdf').waitFor();
    await supplier.getByRole('button', { name: 'Envoyer la réponse' }).click();

    await says(agent, 'COMPLETEE / 209');
    await says(agent, 'Voici le bon de livraison.');
    const timeline = agent.getByRole('list', { name: 'Suivi de la facture' });
    await timeline.getByRole('link', { name: 'bon-de-livraison.pdf' }).waitFor();
    expect(await loadedAt(agent)).toBe(loaded.agent);
  });

  it('is approved, and the connector shows it delivered', async () => {
    await agent.getByRole('button', { name: 'Certifier le service fait' }).click();
    await says(agent, 'SERVICE_FAIT / 204');
    await says(supplier, 'SERVICE_FAIT / 204');

    await agent.getByRole('link', { name: 'Connecteurs' }).click();
    await agent.getByRole('link', { name: 'Simulateur comptable' }).click();
    const row = agent.getByRole('row').filter({ hasText: NUMBER });
    await row.getByText('Transmise', { exact: true }).waitFor();
    await row.getByRole('link').click();
    await agent.getByRole('dialog').getByRole('link', { name: 'Ouvrir la facture' }).click();
    await agent.getByRole('tab', { name: 'Suivi' }).click();
    await says(agent.getByRole('region', { name: 'Comptabilité' }), 'Transmise à Simulateur comptable');
  });

  it.each([
    ['Mandater', 'MANDATEE / 204'],
    ['Comptabiliser', 'COMPTABILISEE / 204'],
    ['Payer', 'MISE_EN_PAIEMENT / 211'],
  ])('tells both pages live when the accountant presses « %s »', async (button, status) => {
    if (accountant.url() === 'about:blank') {
      await accountant.goto(stack.books.url);
      await accountant
        .getByRole('row')
        .filter({ hasText: NUMBER })
        .getByRole('link', { name: 'Papeterie du Bocage' })
        .click();
    }
    await accountant.getByRole('button', { name: button, exact: true }).click();

    await Promise.all([says(supplier, status), says(agent, status)]);
    expect(await loadedAt(supplier)).toBe(loaded.supplier);
    expect(await loadedAt(agent)).toBe(loaded.agent);
  });

  it('leaves a whole history on both sides, and one bill in the books', async () => {
    const whole = [
      'DEPOSEE',
      'MISE_A_DISPOSITION',
      'SUSPENDUE',
      'COMPLETEE',
      'SERVICE_FAIT',
      'MANDATEE',
      'COMPTABILISEE',
      'MISE_EN_PAIEMENT',
    ];
    expect(await historyOf(supplier)).toEqual(whole);
    expect(await historyOf(agent)).toEqual(whole);
    await says(supplier, /^Centre hospitalier de Valmont .* a lancé le paiement/);
    expect((await stack.books.billsFor(NUMBER)).map(({ state }) => state)).toEqual(['paid']);
  });

  it('shows nothing more to someone who has signed out', async () => {
    await supplier.getByRole('button', { name: 'Compte : Paule Bocage' }).click();
    await supplier.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await supplier.getByRole('button', { name: 'Se connecter', exact: true }).waitFor();
    await supplier.goto(`${stack.url}/fournisseur/factures`);
    await supplier.getByRole('button', { name: 'Se connecter', exact: true }).waitFor();
    expect(await supplier.getByText(NUMBER).count()).toBe(0);
  });

  it('can be walked by keyboard alone: sign in, deposit a file, move in the list, open, approve', async () => {
    const contexts = await Promise.all([newContext(browser), newContext(browser)]);
    const [paule, claire] = await Promise.all(contexts.map((context) => context.newPage()));
    if (!paule || !claire) throw new Error('no pages');
    const signInByKeyboard = async (page: Page, address: string, email: string) => {
      await page.goto(address);
      await tabTo(page, page.getByLabel('Adresse électronique'));
      await page.keyboard.type(email);
      await tabTo(page, page.getByLabel('Mot de passe', { exact: true }));
      await page.keyboard.type('parvis-demo');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /^Compte : / }).waitFor();
    };

    paule.on('filechooser', (chooser) =>
      chooser.setFiles(onDesk('clavier.xml', ublFile(invoiceTo('F-CLAVIER-1')))),
    );
    await signInByKeyboard(paule, `${stack.url}/fournisseur/deposer`, 'paule@papeterie.example');
    await tabTo(paule, paule.getByLabel('Choisir des fichiers'));
    await paule.keyboard.press('Enter');
    await tabTo(paule, paule.getByRole('button', { name: 'Envoyer', exact: true }));
    await paule.keyboard.press('Enter');
    await says(paule, /Facture F-CLAVIER-1 reçue le/);

    const api = await stack.signedIn('paule@papeterie.example');
    await deposit(api, invoiceTo('F-CLAVIER-2'), 'F-CLAVIER-2');
    await signInByKeyboard(claire, `${stack.url}/administration/`, 'claire@hopital.example');
    for (const number of ['F-CLAVIER-1', 'F-CLAVIER-2'])
      await claire.getByRole('row').filter({ hasText: number }).waitFor();
    const focused = () =>
      claire.evaluate(() => document.activeElement?.closest('tr')?.textContent?.match(/F-CLAVIER-\d/)?.[0]);
    await claire.keyboard.press('j');
    const first = await focused();
    await claire.keyboard.press('j');
    const second = await focused();
    await claire.keyboard.press('k');
    expect([first, second].sort()).toEqual(['F-CLAVIER-1', 'F-CLAVIER-2']);
    expect(await focused()).toBe(first);
    await claire.keyboard.press('Enter');
    await claire.getByRole('heading', { level: 1, name: `Facture ${first}` }).waitFor();
    await tabTo(claire, claire.getByRole('button', { name: 'Certifier le service fait' }));
    await claire.keyboard.press('Enter');
    await says(claire, 'SERVICE_FAIT / 204');
    const [bill] = await eventually(
      () => stack.books.billsFor(String(first)),
      (bills) => bills.length > 0,
    );
    expect(bill?.reference).toBe(first);
  });

  /** The official codes of the history, oldest first; the page shows the newest on top. */
  const historyOf = async (page: Page): Promise<string[]> => {
    const codes = await page
      .getByRole('list', { name: 'Suivi de la facture' })
      .locator('code')
      .allTextContents();
    return codes.reverse();
  };

  const depositedNumbers = async (): Promise<string[]> => {
    const api = await stack.signedIn('paule@papeterie.example');
    const { invoices } = await api.query<{ invoices: { edges: { node: { number: string } }[] } }>(
      '{ invoices(side: SUPPLIER) { edges { node { number } } } }',
    );
    return invoices.edges.map(({ node }) => node.number);
  };
});
