import type { Invoice } from '@parvis/domain/invoice/invoice';
import { namespaces } from '../xml/namespaces.js';
import { writeCiiAgreement } from './cii-agreement.js';
import { writeCiiLine } from './cii-lines.js';
import { writeCiiDelivery } from './cii-parties.js';
import { writeCiiSettlement } from './cii-settlement.js';
import { writeCiiDay } from './cii-values.js';
import { Losses, type WrittenXml } from './written-xml.js';
import { XmlText } from './xml-text.js';

/**
 * Writes an invoice in UN/CEFACT CII, with elements that D16B and D22B share. Each term stands where `cii-bindings.ts`
 * reads it, in the order of the schema. What the schema demands and the model does not know is filled in: the project's
 * name, a gross price beside a discount.
 */
export const writeCii = (invoice: Invoice): WrittenXml => {
  const text = new XmlText();
  const losses = new Losses();
  const attributes = {
    'xmlns:rsm': namespaces.rsm,
    'xmlns:ram': namespaces.ram,
    'xmlns:udt': namespaces.udt,
    'xmlns:qdt': namespaces.qdt,
  };
  text.group(
    'rsm:CrossIndustryInvoice',
    () => {
      writeContext(text, invoice);
      writeDocument(text, invoice);
      text.group('rsm:SupplyChainTradeTransaction', () => {
        for (const [index, line] of invoice.lines.entries())
          writeCiiLine(text, line, `lines[${index}]`, losses);
        writeCiiAgreement(text, invoice);
        writeCiiDelivery(text, invoice);
        writeCiiSettlement(text, invoice, losses);
      });
    },
    { attributes },
  );
  return losses.result(text);
};

const writeContext = (text: XmlText, { businessProcess, specification }: Invoice): void =>
  text.group(
    'rsm:ExchangedDocumentContext',
    () => {
      text.group('ram:BusinessProcessSpecifiedDocumentContextParameter', () =>
        text.leaf('ram:ID', businessProcess),
      );
      text.group('ram:GuidelineSpecifiedDocumentContextParameter', () => text.leaf('ram:ID', specification));
    },
    { keep: true },
  );

const writeDocument = (text: XmlText, { number, typeCode, issueDate, notes }: Invoice): void =>
  text.group(
    'rsm:ExchangedDocument',
    () => {
      text.leaf('ram:ID', number);
      text.leaf('ram:TypeCode', typeCode);
      writeCiiDay(text, 'ram:IssueDateTime', issueDate);
      for (const note of notes)
        text.group('ram:IncludedNote', () => {
          text.leaf('ram:Content', note.text);
          text.leaf('ram:SubjectCode', note.subjectCode);
        });
    },
    { keep: true },
  );
