import { describe, expect, it } from 'vitest';
import { newTextReading, textOfPage } from '../pdf/page/page-text.js';
import { pagesOf } from '../pdf/page/page-tree.js';
import { PdfFile } from '../pdf/pdf-file.js';
import { breachesOfPdfA3 } from '../testing/pdf-a3-structure.js';
import { writeTextPage } from './write-text-page.js';

const letter = (text: string): Uint8Array =>
  writeTextPage({
    title: 'Bon de livraison',
    text,
    language: 'fr',
    madeAt: new Date('2026-03-02T08:00:00Z'),
  });

describe('a paper that comes along with an invoice', () => {
  it('is PDF/A and shows its title and its text', () => {
    const bytes = letter('Livré le 28 février & reçu.');
    const file = new PdfFile(bytes);
    const [page] = [...pagesOf(file)].map((one) => textOfPage(file, one, newTextReading()).text);
    expect(page).toContain('Bon de livraison');
    expect(page).toContain('Livré le 28 février & reçu.');
    expect(breachesOfPdfA3(bytes)).toEqual([]);
  });

  it('takes as many pages as its text needs', () => {
    expect([...pagesOf(new PdfFile(letter('une ligne\n'.repeat(200))))].length).toBeGreaterThan(2);
  });
});
