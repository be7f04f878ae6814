import type { Identifier, ItemAttribute } from '../../invoice/invoice.js';
import { eachLine, eachSupportingDocument } from '../places.js';
import { type Finding, isCii, isUbl, type Rule, rule } from '../rule.js';
import { codes, normalised, textAt } from './fields.js';

/** What an attachment is, said in its description (BT-123). */
export const kinds = codes(`
  RIB LISIBLE FEUILLE_DE_STYLE PJA BORDEREAU_SUIVI DOCUMENT_ANNEXE BON_LIVRAISON BON_COMMANDE
  BORDEREAU_SUIVI_VALIDATION ETAT_ACOMPTE FACTURE_PAIEMENT_DIRECT RECAPITULATIF_COTRAITANCE
`);

const kindIsKnown = rule({
  id: 'BR-FR-17',
  terms: ['BT-123'],
  *check({ invoice, context }) {
    for (const { item, path: entry } of eachSupportingDocument(invoice)) {
      const path = `${entry}.description`;
      const written = textAt(context, path, item.description);
      if (written === undefined) continue;
      const found = isCii(context) ? normalised(written) : written;
      if (!kinds.has(found) && !(isCii(context) && found === ''))
        yield { path, values: { found: written }, ...mendOf(path, written) };
    }
  },
});

/** « bon de livraison » is BON_LIVRAISON to no one but a person; spaces and capitals are certain. */
const mendOf = (path: string, from: string) => {
  const to = normalised(from).toUpperCase().replaceAll(' ', '_');
  return kinds.has(to) ? { patch: { path, from, to } } : {};
};

const READABLE = 'LISIBLE';

const oneReadableCopy = rule({
  id: 'BR-FR-18',
  terms: ['BT-123', 'BG-24'],
  path: 'supportingDocuments',
  holds: ({ invoice }) =>
    invoice.supportingDocuments.filter(({ description }) => description === READABLE).length <= 1,
});

/** A rule about each attribute of each article. */
const ofAttributes = (
  id: string,
  term: string,
  name: 'name' | 'value',
  isRight: (attribute: ItemAttribute) => boolean,
  speaks?: Rule['speaks'],
): Rule =>
  rule({
    id,
    terms: [term, 'BG-32'],
    ...(speaks && { speaks }),
    check: ({ invoice }) => {
      const findings: Finding[] = [];
      for (const { item: line, path } of eachLine(invoice))
        for (const [index, attribute] of line.item.attributes.entries())
          if (!isRight(attribute)) findings.push({ path: `${path}.item.attributes[${index}].${name}` });
      return findings;
    },
  });

/** Invoice number (AFL) and framework (AVV) of an invoice within the invoice. */
const subInvoiceSchemes = codes('AFL AVV');

const isEmptyObject = ({ scheme = '', value }: Identifier): boolean =>
  subInvoiceSchemes.has(scheme) && normalised(value) === '';

const headerObjectIsNamed = rule({
  id: 'BR-FR-29',
  terms: ['BT-18'],
  check: ({ invoice: { invoicedObject } }) =>
    invoicedObject && isEmptyObject(invoicedObject)
      ? [{ path: 'invoicedObject.value', values: { found: invoicedObject.scheme ?? '' } }]
      : [],
});

/** The published CII file looks for it where no line has it. */
const lineObjectIsNamed = rule({
  id: 'BR-FR-30',
  terms: ['BT-128'],
  speaks: isUbl,
  check: ({ invoice }) => {
    const findings: Finding[] = [];
    for (const { item: line, path } of eachLine(invoice))
      if (line.object && isEmptyObject(line.object))
        findings.push({ path: `${path}.object.value`, values: { found: line.object.scheme ?? '' } });
    return findings;
  },
});

/** Supporting documents, attributes of articles and invoiced objects. */
export const attachmentAndItemRules: readonly Rule[] = [
  kindIsKnown,
  oneReadableCopy,
  // The published UBL file looks for names of attributes where there are none, and so never speaks.
  ofAttributes('BR-FR-27', 'BT-160', 'name', ({ name = '' }) => normalised(name) !== '', isCii),
  ofAttributes('BR-FR-28-Value', 'BT-161', 'value', ({ value }) => value !== undefined),
  headerObjectIsNamed,
  lineObjectIsNamed,
];
