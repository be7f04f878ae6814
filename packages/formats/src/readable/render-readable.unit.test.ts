import { Decimal } from '@parvis/domain/amount/decimal';
import { aCreditNote, aLine, anInvoice, anInvoiceOf } from '@parvis/domain/testing/invoice-builder';
import { describe, expect, it } from 'vitest';
import { renderReadable } from './render-readable.js';

const french = { language: 'fr' } as const;
const textOf = (page: string): string =>
  page
    .replaceAll(/<style>[\s\S]*?<\/style>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\u00A0\u202F]/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the readable page', () => {
  it('shows who, what, how much and the references the recipient asks for', () => {
    const text = textOf(renderReadable(anInvoice(), french));
    for (const part of [
      'Facture F-2026-0042',
      'Papeterie du Bocage',
      'Centre hospitalier de Valmont',
      'Code service RESTAURATION',
      'Numéro d&#39;engagement EJ-2026-0815',
      'Ramettes de papier A4',
      'Net à payer 120,00 €',
      'FR76 3000 1007 9412 3456 7890 185',
    ])
      expect(text).toContain(part);
  });

  it('names a credit note as one, and the invoice it corrects', () => {
    const text = textOf(renderReadable(aCreditNote(), french));
    expect(text).toContain('Avoir AV-2026-0042');
    expect(text).toContain('Facture rectifiée F-2026-0042');
    expect(text).toContain('Montant de l&#39;avoir 120,00 €');
    expect(text).toContain('Émis le 2 mars 2026');
    expect(text).toContain('à partir des données de l&#39;avoir');
  });

  it('says codes in words, and keeps a code that it has no words for', () => {
    const amount = Decimal.of('2.00');
    const text = textOf(
      renderReadable(
        anInvoice({
          allowances: [
            { amount, reasonCode: '66' },
            { amount, reasonCode: '95', reason: 'Fidélité' },
          ],
          charges: [
            { amount, reasonCode: 'FC' },
            { amount, reasonCode: 'ZZZ' },
          ],
        }),
        french,
      ),
    );
    expect(text).toContain(
      'Remise d&#39;ouverture − 2,00 € Fidélité (remise) − 2,00 € Transport + 2,00 € Frais (ZZZ)',
    );
    expect(text).toContain('Norme suivie EN 16931');
  });

  it.each([
    ['0.20', 'Arrondi + 0,20 €'],
    ['-0.20', 'Arrondi − 0,20 €'],
  ])('gives a rounding of %s its sign', (rounding, shown) => {
    const { totals } = anInvoice();
    const page = renderReadable(anInvoice({ totals: { ...totals, rounding: Decimal.of(rounding) } }), french);
    expect(textOf(page)).toContain(shown);
  });

  it('speaks English too', () => {
    const text = textOf(renderReadable(anInvoice(), { language: 'en' }));
    expect(text).toContain('Invoice F-2026-0042');
    expect(text).toContain('Amount due €120.00');
  });

  it('lets nothing a sender wrote become markup', () => {
    const nasty = "\"><script>alert(1)</script><img src=x onerror='a'>";
    const page = renderReadable(
      anInvoiceOf(
        [aLine({ item: { name: nasty, description: nasty, classifications: [], attributes: [] } })],
        {
          number: nasty,
          buyerReference: nasty,
          paymentTerms: nasty,
          notes: [{ text: nasty, subjectCode: nasty }],
          supportingDocuments: [{ reference: nasty, externalLocation: 'javascript:alert(1)' }],
        },
      ),
      french,
    );
    expect(page).not.toMatch(/<(script|img)/i);
    expect(page).not.toContain('href');
  });

  it('leaves out marks that turn the direction of text around', () => {
    const page = renderReadable(anInvoice({ number: 'F\u202E0001' }), french);
    expect(page).toContain('F0001');
  });

  it('needs nothing from outside and forbids scripts', () => {
    const page = renderReadable(anInvoice(), french);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/(src|href)=/);
  });

  it('says units and quantities as people do', () => {
    const hours = aLine({ quantity: Decimal.of('6.5'), unit: 'HUR' });
    expect(textOf(renderReadable(anInvoiceOf([hours]), french))).toContain('6,5 heures');
    const text = textOf(renderReadable(anInvoiceOf([aLine({ quantity: Decimal.of('40') })]), french));
    expect(text).not.toContain('unité');
  });

  it('stays a page with a thousand lines, and with hardly anything', () => {
    const lines = Array.from({ length: 1_000 }, (_, index) => aLine({ id: String(index + 1) }));
    const page = renderReadable(anInvoiceOf(lines), french);
    expect(page.match(/<tr>/g)?.length).toBeGreaterThan(1_000);
    const bare = anInvoice({
      lines: [],
      vatBreakdown: [],
      payments: [],
      totals: {},
      buyer: { identifiers: [] },
    });
    expect(renderReadable(bare, { language: 'fr', recipientName: 'Mairie de Valmont' })).toContain(
      'Mairie de Valmont',
    );
  });
});
