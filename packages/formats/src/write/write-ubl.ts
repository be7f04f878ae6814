import type { Invoice } from '@parvis/domain/invoice/invoice';
import { isCreditNote } from '@parvis/domain/invoice/type-codes';
import { namespaces, ublCreditNoteNamespace, ublInvoiceNamespace } from '../xml/namespaces.js';
import { writeUblHeader } from './ubl-header.js';
import { writeUblLine } from './ubl-lines.js';
import { writeUblParties } from './ubl-parties.js';
import { writeUblPayments } from './ubl-payments.js';
import { writeUblAllowance, writeUblTaxTotals, writeUblTotals } from './ubl-totals.js';
import { Losses, type WrittenXml } from './written-xml.js';
import { XmlText } from './xml-text.js';

/**
 * Writes an invoice in UBL 2.1, under the root `CreditNote` where its type (BT-3) is one of credit notes, `Invoice`
 * otherwise. Each term stands where `ubl-bindings.ts` reads it, in the order of the schema. What the schema demands and
 * the model does not know is filled in: see `NA` and the amounts that follow from others.
 */
export const writeUbl = (invoice: Invoice): WrittenXml => {
  const root = isCreditNote(invoice.typeCode) ? 'CreditNote' : 'Invoice';
  const text = new XmlText();
  const losses = new Losses();
  const attributes = {
    xmlns: root === 'CreditNote' ? ublCreditNoteNamespace : ublInvoiceNamespace,
    'xmlns:cac': namespaces.cac,
    'xmlns:cbc': namespaces.cbc,
  };
  const money = { currencyID: invoice.currency };
  text.group(
    root,
    () => {
      writeUblHeader(text, invoice, root, losses);
      writeUblParties(text, invoice, losses);
      writeUblPayments(text, invoice, root, losses);
      for (const allowance of invoice.allowances) writeUblAllowance(text, allowance, false, money);
      for (const charge of invoice.charges) writeUblAllowance(text, charge, true, money);
      writeUblTaxTotals(text, invoice, losses);
      writeUblTotals(text, invoice.totals, money);
      for (const [index, line] of invoice.lines.entries())
        writeUblLine(text, line, { root, money, losses, path: `lines[${index}]` });
    },
    { keep: true, attributes },
  );
  return losses.result(text);
};
