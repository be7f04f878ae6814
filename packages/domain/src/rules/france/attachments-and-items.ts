import type { Invoice } from '../../invoice/invoice.js';
import { eachLine, eachSupportingDocument, inside, maybe } from '../places.js';
import { isCii, isUbl, type Rule, rule } from '../rule.js';
import { codes, fieldOfEach, normalised, textAt } from './fields.js';

/** What an attachment is, said in its description (BT-123). */
const kinds = codes(`
  RIB LISIBLE FEUILLE_DE_STYLE PJA BORDEREAU_SUIVI DOCUMENT_ANNEXE BON_LIVRAISON BON_COMMANDE
  BORDEREAU_SUIVI_VALIDATION ETAT_ACOMPTE FACTURE_PAIEMENT_DIRECT RECAPITULATIF_COTRAITANCE
`);

const descriptions = fieldOfEach(
  'BT-123',
  eachSupportingDocument,
  'description',
  ({ description }) => description,
);

const kindIsKnown = rule({
  id: 'BR-FR-17',
  terms: ['BT-123'],
  *check({ invoice, context }) {
    for (const { item, path } of descriptions.each(invoice)) {
      const written = textAt(context, path, item);
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

const eachAttribute = (invoice: Invoice) =>
  inside(eachLine(invoice), 'item.attributes', ({ item }) => item.attributes);

/** The published UBL file looks for attributes where there are none, and so never speaks. */
const attributeHasName = rule({
  id: 'BR-FR-27',
  terms: ['BT-160', 'BG-32'],
  speaks: isCii,
  *check({ invoice }) {
    for (const { item, path } of eachAttribute(invoice))
      if (normalised(item.name ?? '') === '') yield { path: `${path}.name` };
  },
});

const attributeHasValue = rule({
  id: 'BR-FR-28-Value',
  terms: ['BT-161', 'BG-32'],
  *check({ invoice }) {
    for (const { item, path } of eachAttribute(invoice))
      if (item.value === undefined) yield { path: `${path}.value` };
  },
});

/** Invoice number (AFL) and framework (AVV) of an invoice within the invoice. */
const subInvoiceSchemes = codes('AFL AVV');

const objectIsNamed = (
  id: string,
  term: string,
  speaks: NonNullable<Rule['speaks']>,
  each: (invoice: Invoice) => ReturnType<typeof maybe<NonNullable<Invoice['invoicedObject']>>>,
): Rule =>
  rule({
    id,
    terms: [term],
    speaks,
    *check({ invoice }) {
      for (const { item, path } of each(invoice))
        if (subInvoiceSchemes.has(item.scheme ?? '') && normalised(item.value) === '')
          yield { path: `${path}.value`, values: { found: item.scheme ?? '' } };
    },
  });

/** Supporting documents, attributes of articles and invoiced objects. */
export const attachmentAndItemRules: readonly Rule[] = [
  kindIsKnown,
  oneReadableCopy,
  attributeHasName,
  attributeHasValue,
  objectIsNamed(
    'BR-FR-29',
    'BT-18',
    () => true,
    ({ invoicedObject }) => maybe(invoicedObject, 'invoicedObject'),
  ),
  // The published CII file looks for it where no line has it.
  objectIsNamed('BR-FR-30', 'BT-128', isUbl, (invoice) =>
    eachLine(invoice).flatMap(({ item, path }) => maybe(item.object, `${path}.object`)),
  ),
];
