import { type Demand, demandOf } from './demand.js';
import type { EntitySettings } from './entity-settings.js';
import type {
  Finding,
  FindingCode,
  FindingPlace,
  FindingSeverity,
  Mend,
  SettingsFacts,
  SomeServices,
} from './settings-finding.js';

/** What makes an entity impossible or painful to invoice, the worst first; nothing when all is well. */
export const lintSettings = (settings: EntitySettings, facts: SettingsFacts): Finding[] =>
  checks.flatMap(([code, severity, place, look]) => {
    const seen = look(settings, facts);
    return seen ? [{ code, severity, place, count: 0, services: [], ...seen }] : [];
  });

type Look = (settings: EntitySettings, facts: SettingsFacts) => Seen | undefined;
type Seen = Partial<Pick<Finding, 'count' | 'services' | 'mend'>>;

/** Under this many invoices, a share says nothing. */
const ENOUGH_INVOICES = 10;

const withoutServiceCode: Partial<Record<Demand, Demand>> = {
  serviceCode: 'nothing',
  both: 'engagementNumber',
};

const withoutEngagement: Partial<Record<Demand, Demand>> = {
  engagementNumber: 'nothing',
  both: 'serviceCode',
};

const lowered = (lower: Partial<Record<Demand, Demand>>, { requirements }: EntitySettings): Seen => {
  const demand = lower[demandOf(requirements)];
  return demand ? { mend: { kind: 'demand', demand } } : {};
};

/** Codes of the services named are all of them: one click mends the whole. */
const named = (
  { count, first }: SomeServices,
  mend?: (codes: readonly string[]) => Mend,
): Seen | undefined => {
  if (count === 0) return undefined;
  const isWhole = first.length === count;
  return {
    count,
    services: first,
    ...(mend && isWhole && { mend: mend(first.map(({ code }) => code)) }),
  };
};

const close = (codes: readonly string[]): Mend => ({ kind: 'closeServices', codes });
const open = (codes: readonly string[]): Mend => ({ kind: 'openServices', codes });

const checks: readonly (readonly [FindingCode, FindingSeverity, FindingPlace, Look])[] = [
  [
    'no-open-service',
    'impossible',
    'services',
    (settings, { openServices }) =>
      settings.requirements.serviceCode && openServices === 0
        ? lowered(withoutServiceCode, settings)
        : undefined,
  ],
  [
    'entity-expired',
    'impossible',
    'validity',
    ({ active, validUntil }, { day }) =>
      active && validUntil !== undefined && validUntil < day ? { mend: { kind: 'noEndDate' } } : undefined,
  ],
  ['nobody-alerted', 'painful', 'people', (_, { managers }) => (managers === 0 ? {} : undefined)],
  [
    'engagement-seldom-given',
    'painful',
    'demand',
    (settings, { engagementsKnown, received: { total, withoutEngagement: without } }) =>
      settings.requirements.engagementNumber &&
      !engagementsKnown &&
      total >= ENOUGH_INVOICES &&
      without >= total * 0.9
        ? { count: without, ...lowered(withoutEngagement, settings) }
        : undefined,
  ],
  [
    'works-only-invoiced',
    'painful',
    'demand',
    ({ worksAuthority }, { received: { ordinary } }) =>
      worksAuthority === 'only' && ordinary > 0
        ? { count: ordinary, mend: { kind: 'worksAuthority', worksAuthority: 'also' } }
        : undefined,
  ],
  [
    'inactive-with-open-invoices',
    'painful',
    'invoices',
    ({ active }, { openInvoices }) => (!active && openInvoices > 0 ? { count: openInvoices } : undefined),
  ],
  [
    'closed-service-invoiced',
    'painful',
    'services',
    (_, { closedAndInvoiced }) => named(closedAndInvoiced, open),
  ],
  [
    'services-alike',
    'painful',
    'services',
    (_, { alike }) =>
      alike.count > 0 ? { count: alike.count, services: alike.first.flat().slice(0, 2) } : undefined,
  ],
  ['service-expired', 'advice', 'services', (_, { expired }) => named(expired, close)],
  ['service-unused', 'advice', 'services', (_, { unused }) => named(unused, close)],
  ['service-unnamed', 'advice', 'services', (_, { unnamed }) => named(unnamed)],
  [
    'contact-missing',
    'advice',
    'contact',
    ({ contact }) => (contact?.email || contact?.phone ? undefined : {}),
  ],
  [
    'either-redundant',
    'advice',
    'demand',
    ({ requirements }) =>
      requirements.serviceCodeOrEngagementNumber && demandOf(requirements) !== 'either'
        ? { mend: { kind: 'demand', demand: demandOf(requirements) } }
        : undefined,
  ],
];
