import { AFRelationship, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { ciiFile } from './cii-file.js';
import { type DemoInvoice, figuresOf, partiesOf } from './demo-invoice.js';

const MARGIN = 56;
const ink = rgb(0.13, 0.16, 0.2);
const faint = rgb(0.45, 0.5, 0.55);

/** A PDF to read with the CII inside, as a small supplier's invoicing program writes it. */
export const facturXFile = async (invoice: DemoInvoice): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  const fonts = {
    plain: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
  };
  document.setTitle(`Facture ${invoice.number}`);
  drawInvoice(document.addPage([595, 842]), fonts, invoice);
  await document.attach(ciiFile(invoice), 'factur-x.xml', {
    mimeType: 'text/xml',
    description: 'Factur-X',
    afRelationship: AFRelationship.Alternative,
  });
  return document.save();
};

const drawInvoice = (
  page: PDFPage,
  fonts: { readonly plain: PDFFont; readonly bold: PDFFont },
  invoice: DemoInvoice,
): void => {
  const { seller, buyer } = partiesOf(invoice);
  const { lines, vat, net, gross } = figuresOf(invoice);
  let y = 780;
  const write = (
    text: string,
    x: number,
    options: { size?: number; bold?: boolean; soft?: boolean } = {},
  ): void =>
    page.drawText(text, {
      x,
      y,
      size: options.size ?? 10,
      font: options.bold ? fonts.bold : fonts.plain,
      color: options.soft ? faint : ink,
    });
  const right = (text: string, edge: number, bold = false): void => {
    const font = bold ? fonts.bold : fonts.plain;
    page.drawText(text, { x: edge - font.widthOfTextAtSize(text, 10), y, size: 10, font, color: ink });
  };
  const rule = (): void =>
    page.drawLine({
      start: { x: MARGIN, y: y + 14 },
      end: { x: 539, y: y + 14 },
      thickness: 0.6,
      color: faint,
    });

  write(seller.name, MARGIN, { size: 16, bold: true });
  y -= 16;
  write(`${seller.street}, ${seller.postCode} ${seller.town}`, MARGIN, { soft: true });
  y -= 13;
  write(`SIRET ${seller.siret} · TVA ${seller.vatIdentifier}`, MARGIN, { soft: true });
  y -= 46;
  write(`${invoice.kind === 'creditNote' ? 'Avoir' : 'Facture'} ${invoice.number}`, MARGIN, {
    size: 20,
    bold: true,
  });
  y -= 18;
  write(`du ${invoice.issueDate.split('-').reverse().join('/')}`, MARGIN, { soft: true });
  y -= 34;
  write(buyer.name, 320, { bold: true });
  y -= 13;
  write(`${buyer.street}, ${buyer.postCode} ${buyer.town}`, 320);
  y -= 13;
  write(`SIRET ${buyer.siret}`, 320, { soft: true });
  if (invoice.serviceCode) {
    y -= 13;
    write(`Code service : ${invoice.serviceCode}`, 320);
  }
  if (invoice.engagementNumber) {
    y -= 13;
    write(`Engagement : ${invoice.engagementNumber}`, 320);
  }
  y -= 48;
  write('Désignation', MARGIN, { bold: true });
  right('Quantité', 360, true);
  right('Prix unitaire', 450, true);
  right('Montant HT', 539, true);
  y -= 20;
  for (const line of lines) {
    rule();
    write(line.label, MARGIN);
    right(line.quantity, 360);
    right(line.unitPrice, 450);
    right(line.net.toString(), 539);
    y -= 20;
  }
  y -= 10;
  rule();
  right('Total HT', 450);
  right(net.toString(), 539);
  for (const { rate, tax } of vat) {
    y -= 16;
    right(`TVA ${rate} %`, 450);
    right(tax.toString(), 539);
  }
  y -= 20;
  right('À payer (EUR)', 450, true);
  right(gross.toString(), 539, true);
  y -= 50;
  write(`Virement : ${seller.iban}`, MARGIN, { soft: true });
};
