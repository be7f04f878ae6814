import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

/** The paper a supplier adds when asked: one page, one sentence. */
export const supportingPaper = async (title: string, sentence: string): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  page.drawText(title, {
    x: 56,
    y: 760,
    size: 20,
    font: await document.embedFont(StandardFonts.HelveticaBold),
  });
  page.drawText(sentence, {
    x: 56,
    y: 720,
    size: 12,
    font: await document.embedFont(StandardFonts.Helvetica),
  });
  return document.save();
};
