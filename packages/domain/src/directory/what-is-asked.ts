import type { CalendarDate } from '../invoice/invoice.js';
import { asksForEngagement } from './demand.js';
import type { DirectoryEntry } from './directory-entry.js';
import { receivesAt } from './receives-at.js';

export type FieldDemand = 'required' | 'optional' | 'oneOfTwo' | 'notAsked';

/** What the first step of the entry form asks, once the recipient is chosen, and the service where there is one. */
export interface AskedOfSupplier {
  /** False: the form stops here and says why. */
  readonly open: boolean;
  /** « notAsked » where the entity has no service to choose from and wants none. */
  readonly serviceCode: FieldDemand;
  /** The contract number may stand in for it. */
  readonly engagementNumber: FieldDemand;
  /** The services to choose from, by name. */
  readonly choices: readonly { readonly code: string; readonly name: string }[];
  /** True: ordinary invoices are turned away. */
  readonly worksOnly: boolean;
  /** Whether the supplier will be told of the payment. */
  readonly paymentReported: boolean;
}

export const whatIsAsked = (
  entry: DirectoryEntry,
  day: CalendarDate,
  serviceCode?: string,
): AskedOfSupplier => {
  const { requirements, services } = entry;
  const service = services.find(({ code }) => code === serviceCode);
  const choices = services.filter((each) => receivesAt(each, day)).map(({ code, name }) => ({ code, name }));
  return {
    open: receivesAt(entry, day),
    serviceCode: serviceDemand(entry, choices.length > 0),
    engagementNumber: engagementDemand(
      asksForEngagement(requirements, service),
      requirements.serviceCodeOrEngagementNumber && service === undefined,
    ),
    choices,
    worksOnly: entry.worksAuthority === 'only',
    paymentReported: service?.reportsPayment ?? entry.reportsPayment,
  };
};

const serviceDemand = ({ requirements }: DirectoryEntry, hasChoices: boolean): FieldDemand => {
  if (requirements.serviceCode) return 'required';
  if (requirements.serviceCodeOrEngagementNumber) return 'oneOfTwo';
  return hasChoices ? 'optional' : 'notAsked';
};

const engagementDemand = (required: boolean, oneOfTwo: boolean): FieldDemand => {
  if (required) return 'required';
  return oneOfTwo ? 'oneOfTwo' : 'optional';
};
