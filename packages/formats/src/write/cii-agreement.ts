import type { Invoice, SupportingDocument } from '@parvis/domain/invoice/invoice';
import { writeCiiParty } from './cii-parties.js';
import { writeCiiReference } from './cii-values.js';
import type { XmlText } from './xml-text.js';

/** Who deals with whom, and under which references. */
export const writeCiiAgreement = (text: XmlText, invoice: Invoice): void =>
  text.group(
    'ram:ApplicableHeaderTradeAgreement',
    () => {
      text.leaf('ram:BuyerReference', invoice.buyerReference);
      writeCiiParty(text, 'ram:SellerTradeParty', invoice.seller);
      writeCiiParty(text, 'ram:BuyerTradeParty', invoice.buyer);
      if (invoice.taxRepresentative)
        writeCiiParty(text, 'ram:SellerTaxRepresentativeTradeParty', invoice.taxRepresentative);
      writeCiiReference(text, 'ram:SellerOrderReferencedDocument', invoice.salesOrderReference);
      writeCiiReference(text, 'ram:BuyerOrderReferencedDocument', invoice.purchaseOrderReference);
      writeCiiReference(text, 'ram:ContractReferencedDocument', invoice.contractReference);
      writeAdditionalReferences(text, invoice);
      writeProject(text, invoice.projectReference);
    },
    { keep: true },
  );

const additional = 'ram:AdditionalReferencedDocument';

const writeAdditionalReferences = (text: XmlText, invoice: Invoice): void => {
  for (const document of invoice.supportingDocuments) writeSupportingDocument(text, document);
  writeCiiReference(text, additional, invoice.tenderReference, { type: '50' });
  const { value, scheme } = invoice.invoicedObject ?? {};
  writeCiiReference(text, additional, value, { type: '130', scheme });
};

const writeSupportingDocument = (text: XmlText, document: SupportingDocument): void =>
  text.group(additional, () => {
    text.leaf('ram:IssuerAssignedID', document.reference);
    text.leaf('ram:URIID', document.externalLocation);
    text.leaf('ram:TypeCode', '916');
    text.leaf('ram:Name', document.description);
    text.leaf('ram:AttachmentBinaryObject', document.attachment?.contentBase64, {
      mimeCode: document.attachment?.mediaType,
      filename: document.attachment?.fileName,
    });
  });

/** The schema demands the project's name, which EN 16931 does not know. */
const writeProject = (text: XmlText, project: string | undefined): void => {
  if (project === undefined) return;
  text.group('ram:SpecifiedProcuringProject', () => {
    text.leaf('ram:ID', project);
    text.leaf('ram:Name', 'Project reference');
  });
};
