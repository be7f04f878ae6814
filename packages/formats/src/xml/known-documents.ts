import type { ReadFaultId } from '../reading/read-fault.js';
import { ciiNamespace, ublCreditNoteNamespace, ublInvoiceNamespace } from './namespaces.js';

/** Documents we recognise by their root: those we read, and those whose name helps the sender to find out. */
interface KnownDocument {
  readonly uri: string;
  readonly local: string;
  readonly is:
    | { readonly syntax: 'ubl-invoice' | 'ubl-credit-note' | 'cii' }
    | { readonly refused: ReadFaultId; readonly name: string };
}

const ubl = 'urn:oasis:names:specification:ubl:schema:xsd:';
const uncefact = 'urn:un:unece:uncefact:data:standard:';
const notAnInvoice = (name: string) => ({ refused: 'PV-READ-NOT-AN-INVOICE', name }) as const;
const otherFormat = (name: string) => ({ refused: 'PV-READ-UNKNOWN-FORMAT', name }) as const;

const knownDocuments: readonly KnownDocument[] = [
  { uri: ublInvoiceNamespace, local: 'Invoice', is: { syntax: 'ubl-invoice' } },
  { uri: ublCreditNoteNamespace, local: 'CreditNote', is: { syntax: 'ubl-credit-note' } },
  { uri: ciiNamespace, local: 'CrossIndustryInvoice', is: { syntax: 'cii' } },
  {
    uri: 'urn:ferd:CrossIndustryDocument:invoice:1p0',
    local: 'CrossIndustryDocument',
    is: { refused: 'PV-READ-UNSUPPORTED-VERSION', name: 'ZUGFeRD 1' },
  },
  {
    uri: `${uncefact}CBFBUY:5`,
    local: 'Invoice',
    is: { refused: 'PV-READ-UNSUPPORTED-VERSION', name: 'ZUGFeRD RC' },
  },
  {
    uri: 'urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100',
    local: 'SCRDMCCBDACIOMessageStructure',
    is: notAnInvoice('Order-X'),
  },
  {
    uri: `${uncefact}CrossDomainAcknowledgementAndResponse:100`,
    local: 'CrossDomainAcknowledgementAndResponse',
    is: notAnInvoice('CDAR'),
  },
  { uri: `${ubl}Order-2`, local: 'Order', is: notAnInvoice('UBL Order') },
  { uri: `${ubl}Catalogue-2`, local: 'Catalogue', is: notAnInvoice('UBL Catalogue') },
  {
    uri: `${ubl}ApplicationResponse-2`,
    local: 'ApplicationResponse',
    is: notAnInvoice('UBL ApplicationResponse'),
  },
  {
    uri: 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader',
    local: 'StandardBusinessDocument',
    is: otherFormat('SBDH'),
  },
  { uri: 'http://www.w3.org/1999/xhtml', local: 'html', is: otherFormat('HTML') },
];

/** FatturaPA changes its namespace with each version and keeps its root. */
export const recogniseRoot = (uri: string, local: string): KnownDocument['is'] => {
  const known = knownDocuments.find((document) => document.uri === uri && document.local === local);
  if (known) return known.is;
  if (local === 'FatturaElettronica') return otherFormat('FatturaPA');
  return otherFormat(uri === '' ? local : `{${uri}}${local}`);
};
