import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Api } from '../support/api.js';
import { act, becomes, deposited, invoiceTo, see } from '../support/journey.js';
import { type Stack, startStack } from '../support/stack.js';

const addressOf = async (api: Api, id: string) => {
  const { invoice } = await api.query<{
    invoice: { originalUrl: string; readableUrl: string; documents: { url: string }[] };
  }>('query ($id: ID!) { invoice(id: $id) { originalUrl readableUrl documents { url } } }', { id });
  return [invoice.originalUrl, invoice.readableUrl, ...invoice.documents.map(({ url }) => url)];
};

const numbersSeen = async (api: Api, side: 'SUPPLIER' | 'PUBLIC_ENTITY'): Promise<string[]> => {
  const { invoices } = await api.query<{ invoices: { edges: { node: { number: string } }[] } }>(
    'query ($side: Side!) { invoices(side: $side) { edges { node { number } } } }',
    { side },
  );
  return invoices.edges.map(({ node }) => node.number);
};

describe('La facture d’un fournisseur à l’hôpital', () => {
  let stack: Stack;
  let supplier: Api;
  let otherSupplier: Api;
  let town: Api;
  let reader: Api;
  let id: string;
  let addresses: string[];

  beforeAll(async () => {
    stack = await startStack();
    [supplier, otherSupplier, town, reader] = await Promise.all([
      stack.signedIn('paule@papeterie.example'),
      stack.signedIn('yann@energies.example'),
      stack.signedIn('anne@mairie.example'),
      stack.signedIn('karim@hopital.example'),
    ]);
    ({ id } = await deposited(supplier, invoiceTo('F-SECRETE')));
    await becomes(reader, id, 'MADE_AVAILABLE');
    addresses = await addressOf(supplier, id);
  });
  afterAll(() => stack?.stop());

  it('se lit des deux côtés : c’est à ceux-là seulement que tout le reste est refusé', async () => {
    expect(addresses).toHaveLength(3);
    for (const api of [supplier, reader])
      for (const address of addresses) expect((await api.download(address)).status).toBe(200);
    expect(await numbersSeen(supplier, 'SUPPLIER')).toEqual(['F-SECRETE']);
    expect(await numbersSeen(reader, 'PUBLIC_ENTITY')).toEqual(['F-SECRETE']);
  });

  it('n’existe pas pour un autre fournisseur', async () => {
    expect(await see(otherSupplier, id)).toBeNull();
    expect(await numbersSeen(otherSupplier, 'SUPPLIER')).toEqual([]);
    expect(await act(otherSupplier, 'completeInvoice', { invoiceId: id })).toMatchObject({
      code: 'invoice-not-found',
    });
    for (const address of addresses) expect((await otherSupplier.download(address)).status).toBe(404);
  });

  it('n’existe pas pour une autre entité publique', async () => {
    expect(await see(town, id)).toBeNull();
    expect(await numbersSeen(town, 'PUBLIC_ENTITY')).toEqual([]);
    for (const mutation of ['approveInvoice', 'takeInvoiceInCharge'])
      expect(await act(town, mutation, { invoiceId: id })).toMatchObject({ code: 'invoice-not-found' });
    const refusal = { invoiceId: id, reasonCode: 'JUSTIF_ABS' };
    expect(await act(town, 'suspendInvoice', refusal)).toMatchObject({ code: 'invoice-not-found' });
    for (const address of addresses) expect((await town.download(address)).status).toBe(404);
  });

  it('ne se lit pas sans se connecter', async () => {
    const nobody = new Api(stack.url);
    await expect(see(nobody, id)).rejects.toThrow('UNAUTHENTICATED');
    for (const address of addresses) expect((await nobody.download(address)).status).toBe(401);
  });

  it('ne se décide pas avec le seul droit de lire', async () => {
    expect(await act(reader, 'approveInvoice', { invoiceId: id })).toMatchObject({ code: 'not-allowed' });
    expect((await see(reader, id))?.status).toBe('MADE_AVAILABLE');
  });

  it('ne se décide pas par son propre fournisseur', async () => {
    expect(await act(supplier, 'approveInvoice', { invoiceId: id })).toMatchObject({
      __typename: 'ActRefused',
    });
    expect((await see(reader, id))?.status).toBe('MADE_AVAILABLE');
  });
});
