import { describe, expect, it } from 'vitest';
import { aDelivery, aFile } from '../testing/contract-envelope.js';
import { somePesSettings as settings } from '../testing/pes-books.js';
import { previewPes } from './preview-pes.js';

const now = new Date('2026-11-21T09:00:00.000Z');

const previewOf = async (...given: Parameters<typeof aDelivery>) => {
  const outcome = await previewPes(aDelivery(...given).envelope, settings, now);
  if (outcome.kind !== 'preview') throw new Error(JSON.stringify(outcome));
  return outcome.bill;
};

describe('the preview of a PES', () => {
  it('shows the file as it would be written, one element a line, its attachments shortened', async () => {
    const { document } = await previewOf(
      {},
      { files: [aFile('a.pdf', 'application/pdf', 'x'.repeat(5_000))] },
    );
    expect(document).toMatchObject({
      fileName: 'PESALR2_21990012300015_261121_1.xml',
      mediaType: 'application/xml',
    });
    const lines = document?.text.split('\n').map((line) => line.trim()) ?? [];
    expect(lines).toContain('<IdBord V="42"/>');
    expect(lines).toContain('<Fichier MIMEType="application/pdf">(5000 octets)</Fichier>');
    expect(document?.text.length).toBeLessThan(5_000);
  });

  it('shows where each line stands in the budget, and what will not be passed on', async () => {
    const { lines, remarks } = await previewOf();
    expect(lines.map(({ account }) => account)).toEqual(['6064 / 211']);
    expect(remarks.map(({ fr }) => fr).join(' ')).toContain('délai global de paiement n’est pas transmis');
  });

  it('says why no order can be made', async () => {
    const outcome = await previewPes(aDelivery({ payments: [] }).envelope, settings, now);
    expect(outcome).toMatchObject({ kind: 'refused', code: 'validation-refused' });
  });
});
