import type { Invoice } from '../../invoice/invoice.js';
import {
  eachLine,
  eachPrecedingInvoice,
  eachSupportingDocument,
  eachVatBreakdown,
  maybe,
} from '../places.js';
import { figures, hasText } from '../presence.js';
import { type Place, type Rule, rule, ruleOfEach } from '../rule.js';

type EachText = (invoice: Invoice) => Place<string>[];

const text =
  (path: string, valueIn: (invoice: Invoice) => string | undefined): EachText =>
  (invoice) =>
    maybe(valueIn(invoice), path);

const atMost = (id: string, maximum: number, term: string, each: EachText): Rule =>
  ruleOfEach({
    id,
    terms: [term],
    each,
    path: '',
    holds: (value) => value.length <= maximum,
    values: (value) => ({ found: value, length: String(value.length), maximum: String(maximum) }),
  });

const invoiceNumber = text('number', ({ number }) => number);

const precedingNumbers: EachText = (invoice) =>
  eachPrecedingInvoice(invoice).flatMap(({ item, path }) => maybe(item.number, `${path}.number`));

/** Letters, digits and `+ _ / -`. */
const NUMBER_CHARACTERS = /^[A-Za-z0-9+_/-]+$/;

const numberCharacters = (term: string, each: EachText): Rule =>
  ruleOfEach({
    id: 'BR-FR-02',
    terms: [term],
    each,
    path: '',
    holds: (value) => !hasText(value) || NUMBER_CHARACTERS.test(value),
    values: (value) => ({ found: value }),
  });

const MAXIMUM_LINES = 1_000_000;

const fewerLines = rule({
  id: 'BR-FR-CPRO-19',
  terms: ['BG-25'],
  path: 'lines',
  holds: ({ invoice }) => invoice.lines.length < MAXIMUM_LINES,
  values: ({ invoice }) => ({ found: String(invoice.lines.length), maximum: String(MAXIMUM_LINES) }),
});

const onePrecedingInvoice = rule({
  id: 'BR-FR-CPRO-20',
  terms: ['BG-3'],
  path: 'precedingInvoices',
  holds: ({ invoice }) => invoice.precedingInvoices.length <= 1,
  values: ({ invoice }) => ({ found: String(invoice.precedingInvoices.length) }),
});

const noSubcontractorInvoice = rule({
  id: 'BR-FR-CPRO-24',
  terms: ['BT-23'],
  path: 'businessProcess',
  holds: ({ invoice }) => invoice.businessProcess?.trim() !== 'S5',
  values: ({ invoice }) => figures({ found: invoice.businessProcess }),
});

const tooLong = (maximum: number, term: string, each: EachText): Rule =>
  atMost('PV-TEXT-TOO-LONG', maximum, term, each);

/** The lengths of Chorus Pro (BR-FR-CPRO-29 to 44), under one id of ours. */
const lengths: readonly Rule[] = [
  tooLong(
    1024,
    'BT-20',
    text('paymentTerms', ({ paymentTerms }) => paymentTerms),
  ),
  tooLong(1024, 'BT-22', ({ notes }) =>
    notes.map(({ text: item }, index) => ({ item, path: `notes[${index}].text` })),
  ),
  tooLong(1024, 'BT-120', (invoice) =>
    eachVatBreakdown(invoice).flatMap(({ item, path }) =>
      maybe(item.exemptionReason, `${path}.exemptionReason`),
    ),
  ),
  tooLong(1024, 'BT-154', (invoice) =>
    eachLine(invoice).flatMap(({ item, path }) => maybe(item.item.description, `${path}.item.description`)),
  ),
  tooLong(50, 'BT-122', (invoice) =>
    eachSupportingDocument(invoice).flatMap(({ item, path }) => maybe(item.reference, `${path}.reference`)),
  ),
  tooLong(
    400,
    'BT-35',
    text('seller.address.line1', ({ seller }) => seller.address?.line1),
  ),
  tooLong(
    400,
    'BT-37',
    text('seller.address.city', ({ seller }) => seller.address?.city),
  ),
  tooLong(
    99,
    'BT-27',
    text('seller.name', ({ seller }) => seller.name),
  ),
  tooLong(
    99,
    'BT-28',
    text('seller.tradingName', ({ seller }) => seller.tradingName),
  ),
  tooLong(
    99,
    'BT-44',
    text('buyer.name', ({ buyer }) => buyer.name),
  ),
  tooLong(
    99,
    'BT-45',
    text('buyer.tradingName', ({ buyer }) => buyer.tradingName),
  ),
  tooLong(
    99,
    'BT-59',
    text('payee.name', ({ payee }) => payee?.name),
  ),
  tooLong(
    20,
    'BT-71',
    text('delivery.location.value', ({ delivery }) => delivery?.location?.value),
  ),
  tooLong(27, 'BT-84', ({ payments }) =>
    payments.flatMap(({ creditTransfer }, index) =>
      maybe(creditTransfer?.account, `payments[${index}].creditTransfer.account`),
    ),
  ),
];

/** What Chorus Pro can hold: lengths, characters and counts. */
export const limitRules: readonly Rule[] = [
  atMost('BR-FR-CPRO-02', 20, 'BT-1', invoiceNumber),
  atMost('BR-FR-CPRO-02', 20, 'BT-25', precedingNumbers),
  numberCharacters('BT-1', invoiceNumber),
  numberCharacters('BT-25', precedingNumbers),
  atMost(
    'BR-FR-CPRO-14',
    50,
    'BT-12',
    text('contractReference', ({ contractReference }) => contractReference),
  ),
  atMost(
    'BR-FR-CPRO-15',
    50,
    'BT-13',
    text('purchaseOrderReference', ({ purchaseOrderReference }) => purchaseOrderReference),
  ),
  fewerLines,
  onePrecedingInvoice,
  noSubcontractorInvoice,
  ...lengths,
];
