/** What is measured, and the floors beside it: the same bytes, nothing done with them. */
import { en16931 } from '@parvis/domain/rules/en16931/en16931';
import { france } from '@parvis/domain/rules/france/france';
import { judge } from '@parvis/domain/rules/judge';
import { invoiceXmlOf } from '@parvis/formats/pdf/read-pdf-invoice';
import { readFile } from '@parvis/formats/read-invoice';
import { decodeText } from '@parvis/formats/xml/decode-text';
import { scanXml } from '@parvis/formats/xml/scan-xml';
import { SaxesParser } from 'saxes';

const nobody = { open: () => undefined, text: () => undefined, close: () => undefined };

/** The fastest streaming parser there is for JavaScript that checks namespaces and well-formedness. */
export const parseWithSaxes = (bytes) => {
  new SaxesParser({ xmlns: true }).write(bytes.toString('utf8')).close();
};

export const scan = (bytes) => scanXml(decodeText(bytes).bytes, nobody);

export const read = (bytes) => readFile(bytes);

const judgeBy = (sets) => (bytes) => {
  const { invoice, syntax, profile, evidence, faults } = readFile(bytes);
  const context = { syntax, ...(profile && { profile }), ...(evidence && { evidence }) };
  return [...faults, ...judge(invoice, context, sets)];
};

/** All rules of EN 16931, of the code lists and of the syntax. */
export const readAndJudge = judgeBy([en16931]);
export const readAndJudgeForFrance = judgeBy([en16931, france]);

export const extract = (bytes) => invoiceXmlOf(bytes);
