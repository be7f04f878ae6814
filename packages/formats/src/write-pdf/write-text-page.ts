import type { Language } from '@parvis/domain/display/language';
import { styles } from './paper.js';
import { pdfAFile } from './pdf-a-file.js';
import { Sheets } from './sheets.js';
import { wide } from './title-rows.js';
import { printable } from './typeface.js';
import { gap, Typesetter } from './typesetter.js';
import { creator } from './xmp-metadata.js';

export interface TextPage {
  readonly title: string;
  readonly text: string;
  readonly language: Language;
  /** The moment the file states as that of its making. */
  readonly madeAt: Date;
}

/** A letter of a title and a text, as PDF/A: papers that come along with an invoice. */
export const writeTextPage = ({ title, text, language, madeAt }: TextPage): Uint8Array => {
  const typesetter = new Typesetter();
  const sheets = new Sheets(typesetter, []);
  sheets.put([
    ...typesetter.rows(title, styles.title, wide),
    gap(12),
    ...typesetter.rows(text, styles.body, wide),
  ]);
  const description = {
    title: printable(title).replaceAll('\n', ' '),
    author: creator,
    subject: '',
    language,
    madeAt,
  };
  return pdfAFile({ pages: { contents: sheets.finish(() => []), typesetter }, description, files: [] });
};
