const page = (lines: readonly string[]): string =>
  `BT /F1 13 Tf 56 780 Td 19 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;

/** A PDF of two pages, written by hand, as the address of a file in memory. */
export const samplePdfHref = (): string => {
  const contents = [
    page([
      'Papeterie du Bocage',
      '12 rue des Tanneurs, 14000 Caen',
      '',
      'Facture F-2026-0042',
      '',
      'Ramettes A4, 40 x 4,20 EUR',
      'Total TTC : 201,60 EUR',
    ]),
    page(['Conditions', 'Paiement par virement.']),
  ];
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...contents.flatMap((content, position) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + position * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, position) => {
    const offset = body.length;
    body += `${position + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return URL.createObjectURL(new Blob([body, end, trailer], { type: 'application/pdf' }));
};
