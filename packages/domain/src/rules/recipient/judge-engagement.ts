import { Decimal } from '../../amount/decimal.js';
import type { DirectoryEntry } from '../../directory/directory-entry.js';
import {
  type Engagement,
  type EngagementSettings,
  engagementStateOn,
  isMadeWith,
} from '../../directory/engagement.js';
import { nearNumbers } from '../../directory/near-numbers.js';
import { sameLetters } from '../../directory/same-letters.js';
import type { Invoice } from '../../invoice/invoice.js';
import { engagementNumberOf, serviceCodeOf, serviceCodePath } from '../../invoice/public-references.js';
import { isCreditNote } from '../../invoice/type-codes.js';
import type { Fault, FaultChoice, Severity } from '../fault.js';

export const engagementRuleIds = [
  'PV-ENGAGEMENT-UNKNOWN',
  'PV-ENGAGEMENT-OTHER-SUPPLIER',
  'PV-ENGAGEMENT-OTHER-SERVICE',
  'PV-ENGAGEMENT-CLOSED',
  'PV-ENGAGEMENT-NOT-VALID',
  'PV-ENGAGEMENT-EXCEEDED',
] as const;

type EngagementRuleId = (typeof engagementRuleIds)[number];

/** What the platform knows of a recipient's engagements, as far as one invoice asks. */
export interface KnownEngagements {
  readonly settings: EngagementSettings;
  /** The recipient has told us of at least one. */
  readonly any: boolean;
  /** The one whose number the invoice bears. */
  readonly named?: Engagement;
  /** Some of those made with the supplier who sends: nobody else's are ever proposed. */
  readonly ofSupplier: readonly Engagement[];
}

export interface EngagementQuestion {
  readonly invoice: Invoice;
  readonly recipient: DirectoryEntry;
  /**
   * `supplierKey` of every identifier that whoever sends has or had, as the platform knows them: not of the seller the file
   * speaks of, whom anyone can write there.
   */
  readonly supplierKeys: readonly string[];
  readonly known: KnownEngagements;
}

/**
 * Holds an invoice against the engagement it names. Where the recipient keeps none here, or the invoice bears no number,
 * there is nothing to say; whether it must bear one is `judgeRecipient`'s matter.
 */
export const judgeEngagement = (question: EngagementQuestion): Fault[] => {
  const { invoice, recipient, supplierKeys, known } = question;
  const number = engagementNumberOf(invoice);
  const severity = severityFor(question);
  if (number === undefined || severity === undefined || !known.any) return [];
  const engagement = known.named;
  if (!engagement) return [unknownNumber(question, number, severity)];
  // A State recipient that asks for no more has its numbers checked all the same, and nothing else.
  if (known.settings.check === 'none') return [];
  if (!isMadeWith(engagement, supplierKeys))
    return [fault('PV-ENGAGEMENT-OTHER-SUPPLIER', severity, { found: number, recipient: recipient.name })];
  return [
    ...otherService(question, engagement, severity),
    ...notUsable(question, engagement, severity),
    ...exceeded(question, engagement),
  ];
};

/** For the State, a number must be among the known orders (chorus-pro: destinataireEtat), whatever the setting says. */
const severityFor = ({ recipient, known }: EngagementQuestion): Severity | undefined => {
  if (known.settings.check === 'enforce') return 'fatal';
  if (recipient.kind === 'state' && known.settings.check === 'none') return 'fatal';
  return known.settings.check === 'advise' ? 'warning' : undefined;
};

const mostChoices = 10;

const unknownNumber = (
  { invoice, recipient, known }: EngagementQuestion,
  number: string,
  severity: Severity,
): Fault => {
  const day = invoice.issueDate;
  const open = known.ofSupplier.filter(
    (engagement) => day === undefined || engagementStateOn(engagement, day) === 'open',
  );
  const near = nearNumbers(number, open);
  const [nearest] = near;
  const alike = open.filter((engagement) => sameLetters(engagement.number, number));
  const [only] = alike;
  return {
    ...fault('PV-ENGAGEMENT-UNKNOWN', severity, {
      found: number,
      recipient: recipient.name,
      ...(nearest && { near: nearest.number }),
    }),
    choices: (near.length > 0 ? near : open).slice(0, mostChoices).map(toChoice),
    ...(only &&
      alike.length === 1 && {
        patch: { path: 'purchaseOrderReference', from: number, to: only.number },
      }),
  };
};

const toChoice = ({ number, label }: Engagement): FaultChoice => ({
  value: number,
  label: label === '' ? number : `${number} · ${label}`,
});

const otherService = (
  { invoice, recipient }: EngagementQuestion,
  { number, serviceCode }: Engagement,
  severity: Severity,
): Fault[] => {
  const found = serviceCodeOf(invoice);
  if (serviceCode === undefined || found === undefined || sameLetters(serviceCode, found)) return [];
  const service = recipient.services.find(({ code }) => code === serviceCode);
  const path = serviceCodePath(invoice);
  return [
    {
      ...fault('PV-ENGAGEMENT-OTHER-SERVICE', severity, {
        number,
        found,
        expected: serviceCode,
        recipient: recipient.name,
        ...(service && { service: service.name }),
      }),
      terms: ['BT-13', 'BT-10'],
      path,
      choices: [{ value: serviceCode, label: service?.name ?? serviceCode }],
    },
  ];
};

const notUsable = (
  { invoice, recipient }: EngagementQuestion,
  engagement: Engagement,
  severity: Severity,
): Fault[] => {
  const { number, closed, validFrom, validUntil } = engagement;
  const names = { found: number, recipient: recipient.name };
  if (closed) return [fault('PV-ENGAGEMENT-CLOSED', severity, names)];
  const day = invoice.issueDate;
  if (day === undefined || engagementStateOn(engagement, day) === 'open') return [];
  return [
    fault('PV-ENGAGEMENT-NOT-VALID', severity, {
      ...names,
      issued: day,
      ...(validFrom !== undefined && { from: validFrom }),
      ...(validUntil !== undefined && { until: validUntil }),
    }),
  ];
};

/** Credit notes use nothing up; sums in another currency cannot be compared. */
const exceeded = (
  { invoice, recipient, known: { settings } }: EngagementQuestion,
  { number, amountLeft, currency }: Engagement,
): Fault[] => {
  const asked = askedBy(invoice);
  if (asked === undefined || amountLeft === undefined || invoice.currency !== currency) return [];
  if (!amountLeft.isLessThan(asked)) return [];
  const severity = settings.check === 'enforce' && !settings.acceptsExcess ? 'fatal' : 'warning';
  return [
    {
      ...fault('PV-ENGAGEMENT-EXCEEDED', severity, {
        number,
        recipient: recipient.name,
        left: amountLeft.toString(),
        asked: asked.toString(),
        excess: asked.minus(amountLeft).toString(),
        currency,
      }),
      terms: ['BT-13', 'BT-115'],
    },
  ];
};

/** What is still to be paid; of an invoice without that figure, its total with taxes. */
const askedBy = ({ typeCode, totals }: Invoice): Decimal | undefined => {
  const asked = totals.due ?? totals.taxInclusive;
  return asked === undefined || isCreditNote(typeCode) || asked.compare(Decimal.zero) <= 0
    ? undefined
    : asked;
};

const fault = (
  rule: EngagementRuleId,
  severity: Severity,
  values: Readonly<Record<string, string>>,
): Fault => ({ rule, severity, terms: ['BT-13'], path: 'purchaseOrderReference', values });
