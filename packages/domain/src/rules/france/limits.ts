import { eachLine, eachPayment, eachSupportingDocument, eachVatBreakdown } from '../places.js';
import { nothing, type Rule, type RuleContext, rule } from '../rule.js';
import { atMost, type Field, field, fieldOfEach } from './fields.js';
import { numberFields } from './numbers-and-dates.js';

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

/** A term of which Chorus Pro keeps one: the file gave more, and the model holds the first. */
const onlyOne = (id: string, term: string, paths: readonly string[]): Rule =>
  rule({
    id,
    terms: [term],
    check: ({ context }) => {
      const path = paths.find((each) => isGivenAgain(each, context));
      return path === undefined ? nothing : [{ path }];
    },
  });

const isGivenAgain = (path: string, { evidence }: RuleContext): boolean =>
  evidence?.repeated[path]?.[0] !== undefined || (evidence?.groups[path] ?? 1) > 1;

const contact = (party: 'seller' | 'buyer'): string[] =>
  ['', '.point', '.telephone', '.email'].map((part) => `${party}.contact${part}`);

interface Length {
  readonly id: string;
  readonly maximum: number;
  readonly of: Field;
}

const length = (number: number, maximum: number, of: Field): Length => ({
  id: `BR-FR-CPRO-${number}`,
  maximum,
  of,
});

/** The lengths of Chorus Pro (XP Z12-012), but for 40: EN 16931 has no place of delivery of a line. */
const lengths: readonly Length[] = [
  length(
    14,
    50,
    field('BT-12', 'contractReference', ({ contractReference }) => contractReference),
  ),
  length(
    15,
    50,
    field('BT-13', 'purchaseOrderReference', ({ purchaseOrderReference }) => purchaseOrderReference),
  ),
  length(
    29,
    1024,
    fieldOfEach(
      'BT-120',
      'vatBreakdown',
      eachVatBreakdown,
      'exemptionReason',
      ({ exemptionReason }) => exemptionReason,
    ),
  ),
  length(
    30,
    50,
    fieldOfEach(
      'BT-122',
      'supportingDocuments',
      eachSupportingDocument,
      'reference',
      ({ reference }) => reference,
    ),
  ),
  length(
    31,
    1024,
    fieldOfEach('BT-154', 'lines', eachLine, 'item.description', ({ item }) => item.description),
  ),
  length(
    32,
    400,
    field('BT-35', 'seller.address.line1', ({ seller }) => seller.address?.line1),
  ),
  length(
    33,
    400,
    field('BT-37', 'seller.address.city', ({ seller }) => seller.address?.city),
  ),
  length(
    34,
    99,
    field('BT-45', 'buyer.tradingName', ({ buyer }) => buyer.tradingName),
  ),
  length(
    35,
    1024,
    field('BT-20', 'paymentTerms', ({ paymentTerms }) => paymentTerms),
  ),
  length(
    36,
    99,
    field('BT-28', 'seller.tradingName', ({ seller }) => seller.tradingName),
  ),
  length(
    37,
    99,
    field('BT-59', 'payee.name', ({ payee }) => payee?.name),
  ),
  length(
    38,
    20,
    field('BT-71', 'delivery.location.value', ({ delivery }) => delivery?.location?.value),
  ),
  length(
    39,
    27,
    fieldOfEach(
      'BT-84',
      'payments',
      eachPayment,
      'creditTransfer.account',
      ({ creditTransfer }) => creditTransfer?.account,
    ),
  ),
  length(
    41,
    50,
    fieldOfEach(
      'BT-125',
      'supportingDocuments',
      eachSupportingDocument,
      'attachment.fileName',
      ({ attachment }) => attachment?.fileName,
    ),
  ),
  length(42, 1024, {
    term: 'BT-22',
    shape: 'notes[].text',
    each: ({ notes }, take) => {
      for (const [index, { text }] of notes.entries()) take(text, `notes[${index}]`, 'text');
    },
  }),
  length(
    43,
    99,
    field('BT-27', 'seller.name', ({ seller }) => seller.name),
  ),
  length(
    44,
    99,
    field('BT-44', 'buyer.name', ({ buyer }) => buyer.name),
  ),
];

/** What Chorus Pro can hold: lengths and counts. */
export const limitRules: readonly Rule[] = [
  ...atMost('BR-FR-CPRO-02', 20, numberFields),
  fewerLines,
  onePrecedingInvoice,
  onlyOne('BR-FR-CPRO-25', 'BT-20', ['paymentTerms']),
  onlyOne('BR-FR-CPRO-26', 'BG-6', contact('seller')),
  onlyOne('BR-FR-CPRO-27', 'BG-9', contact('buyer')),
  ...lengths.flatMap(({ id, maximum, of }) => atMost(id, maximum, [of])),
];
