import type { DirectoryService, Requirements } from './directory-entry.js';

/**
 * What an entity asks of every invoice, as one choice instead of three switches that contradict each other. The
 * references: a service code (BT-10) and an engagement number (BT-13, or the contract BT-12 in its place).
 */
export type Demand = 'nothing' | 'serviceCode' | 'engagementNumber' | 'both' | 'either';

export const demands: readonly Demand[] = ['nothing', 'serviceCode', 'engagementNumber', 'both', 'either'];

/** The stronger demand wins: who asks for a service code asks in vain for "either". */
export const demandOf = ({
  serviceCode,
  engagementNumber,
  serviceCodeOrEngagementNumber,
}: Requirements): Demand => {
  if (serviceCode) return engagementNumber ? 'both' : 'serviceCode';
  if (engagementNumber) return 'engagementNumber';
  return serviceCodeOrEngagementNumber ? 'either' : 'nothing';
};

export const requirementsOf = (demand: Demand): Requirements => ({
  serviceCode: demand === 'serviceCode' || demand === 'both',
  engagementNumber: demand === 'engagementNumber' || demand === 'both',
  serviceCodeOrEngagementNumber: demand === 'either',
});

/** What one service says of the engagement number; most leave it to the entity. */
export type ServiceDemand = 'asEntity' | 'required' | 'optional';

export const serviceDemands: readonly ServiceDemand[] = ['asEntity', 'required', 'optional'];

export const serviceDemandOf = ({
  engagementNumberRequired,
}: Pick<DirectoryService, 'engagementNumberRequired'>): ServiceDemand => {
  if (engagementNumberRequired === undefined) return 'asEntity';
  return engagementNumberRequired ? 'required' : 'optional';
};

/** As the service keeps it: undefined leaves it to the entity. */
export const engagementNumberRequiredBy = (demand: ServiceDemand): boolean | undefined =>
  demand === 'asEntity' ? undefined : demand === 'required';

/** Whether an invoice to this service, or to none, needs an engagement number: the service decides over the entity. */
export const asksForEngagement = (
  { engagementNumber }: Requirements,
  service?: Pick<DirectoryService, 'engagementNumberRequired'>,
): boolean => service?.engagementNumberRequired ?? engagementNumber;
