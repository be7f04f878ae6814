import { describe, expect, it } from 'vitest';
import { requirementsOf } from './demand.js';
import type { EntitySettings } from './entity-settings.js';
import { findingText } from './finding-texts.js';
import { lintSettings } from './lint-settings.js';
import {
  type FindingCode,
  findingCodes,
  type Mend,
  type SettingsFacts,
  type SomeServices,
} from './settings-finding.js';

const none: SomeServices = { count: 0, first: [] };
const canteen = { code: 'CANTINE', name: 'Cantine' };
const school = { code: 'ECOLE', name: 'École' };
const some = (...first: (typeof canteen)[]): SomeServices => ({ count: first.length, first });

const facts = (change: Partial<SettingsFacts> = {}): SettingsFacts => ({
  day: '2026-03-02',
  openServices: 3,
  unused: none,
  alike: { count: 0, first: [] },
  closedAndInvoiced: none,
  unnamed: none,
  expired: none,
  managers: 1,
  engagementsKnown: false,
  received: { total: 143, withoutEngagement: 12, ordinary: 143 },
  openInvoices: 7,
  ...change,
});

const settings = (change: Partial<EntitySettings> = {}): EntitySettings => ({
  active: true,
  requirements: requirementsOf('serviceCode'),
  worksAuthority: 'no',
  reportsPayment: true,
  contact: { email: 'factures@saint-aubin.example' },
  ...change,
});

interface Case {
  readonly faulty: readonly [Partial<EntitySettings>, Partial<SettingsFacts>];
  /** As near as can be, and all is well. */
  readonly sound: readonly [Partial<EntitySettings>, Partial<SettingsFacts>];
  readonly mend?: Mend;
}

const mostWithout = { received: { total: 20, withoutEngagement: 18, ordinary: 20 } };
const engagementRequired = { requirements: requirementsOf('engagementNumber') };

const cases: Readonly<Record<FindingCode, Case>> = {
  'no-open-service': {
    faulty: [{}, { openServices: 0 }],
    sound: [{ requirements: requirementsOf('either') }, { openServices: 0 }],
    mend: { kind: 'demand', demand: 'nothing' },
  },
  'entity-expired': {
    faulty: [{ validUntil: '2026-03-01' }, {}],
    sound: [{ validUntil: '2026-03-02' }, {}],
    mend: { kind: 'noEndDate' },
  },
  'nobody-alerted': { faulty: [{}, { managers: 0 }], sound: [{}, { managers: 1 }] },
  'engagement-seldom-given': {
    faulty: [engagementRequired, mostWithout],
    sound: [engagementRequired, { ...mostWithout, engagementsKnown: true }],
    mend: { kind: 'demand', demand: 'nothing' },
  },
  'works-only-invoiced': {
    faulty: [{ worksAuthority: 'only' }, {}],
    sound: [{ worksAuthority: 'only' }, { received: { total: 9, withoutEngagement: 0, ordinary: 0 } }],
    mend: { kind: 'worksAuthority', worksAuthority: 'also' },
  },
  'inactive-with-open-invoices': {
    faulty: [{ active: false }, {}],
    sound: [{ active: false }, { openInvoices: 0 }],
  },
  'closed-service-invoiced': {
    faulty: [{}, { closedAndInvoiced: some(canteen) }],
    sound: [{}, { closedAndInvoiced: none }],
    mend: { kind: 'openServices', codes: ['CANTINE'] },
  },
  'services-alike': {
    faulty: [{}, { alike: { count: 1, first: [[canteen, { ...canteen, code: 'cantine' }]] } }],
    sound: [{}, { alike: { count: 0, first: [] } }],
  },
  'service-expired': {
    faulty: [{}, { expired: some(canteen) }],
    sound: [{}, { expired: none }],
    mend: { kind: 'closeServices', codes: ['CANTINE'] },
  },
  'service-unused': {
    faulty: [{}, { unused: some(canteen, school) }],
    sound: [{}, { unused: none }],
    mend: { kind: 'closeServices', codes: ['CANTINE', 'ECOLE'] },
  },
  'service-unnamed': {
    faulty: [{}, { unnamed: some({ code: '0042', name: '0042' }) }],
    sound: [{}, { unnamed: none }],
  },
  'contact-missing': {
    faulty: [{ contact: { name: 'Mairie' } }, {}],
    sound: [{ contact: { phone: '01 99 00 12 34' } }, {}],
  },
  'either-redundant': {
    faulty: [{ requirements: { ...requirementsOf('serviceCode'), serviceCodeOrEngagementNumber: true } }, {}],
    sound: [{ requirements: requirementsOf('either') }, {}],
    mend: { kind: 'demand', demand: 'serviceCode' },
  },
};

const codesOf = ([change, known]: Case['faulty']): FindingCode[] =>
  lintSettings(settings(change), facts(known)).map(({ code }) => code);

describe('the linter of settings', () => {
  it('has nothing to say of an entity that is easy to invoice', () => {
    expect(lintSettings(settings(), facts())).toEqual([]);
  });

  it.each(findingCodes)('finds %s where it is, and nothing where it nearly is', (code) => {
    expect(codesOf(cases[code].faulty)).toEqual([code]);
    expect(codesOf(cases[code].sound)).toEqual([]);
  });

  it.each(findingCodes)('offers for %s the act that is certain to mend it, or none', (code) => {
    const [change, known] = cases[code].faulty;
    const [finding] = lintSettings(settings(change), facts(known));
    expect(finding?.mend).toEqual(cases[code].mend);
  });

  it('says what makes invoicing impossible before what is merely advised', () => {
    const found = lintSettings(settings({ contact: {} }), facts({ openServices: 0, managers: 0 }));
    expect(found.map(({ severity }) => severity)).toEqual(['impossible', 'painful', 'advice']);
  });

  it('takes a share of few invoices for chance', () => {
    const few = { received: { total: 9, withoutEngagement: 9, ordinary: 9 } };
    expect(codesOf([engagementRequired, few])).toEqual([]);
    expect(
      codesOf([engagementRequired, { received: { total: 20, withoutEngagement: 17, ordinary: 20 } }]),
    ).toEqual([]);
  });

  it('closes nothing by one click where it cannot name all it would close', () => {
    const [finding] = lintSettings(settings(), facts({ unused: { count: 40, first: [canteen, school] } }));
    expect(finding).toMatchObject({ code: 'service-unused', count: 40 });
    expect(finding?.mend).toBeUndefined();
  });
});

describe('the words of the linter', () => {
  it.each(findingCodes)('%s has a sentence, a cause and a next step in both languages', (code) => {
    const [change, known] = cases[code].faulty;
    const [finding] = lintSettings(settings(change), facts(known));
    if (!finding) throw new Error(`${code} is not found`);
    for (const language of ['fr', 'en'] as const) {
      const text = findingText(finding, language);
      expect([text.message, text.why, text.nextStep].filter((part) => part.length < 10)).toEqual([]);
      expect(text.mend === undefined).toBe(finding.mend === undefined);
    }
  });

  it('names three services and counts the others', () => {
    const [finding] = lintSettings(settings(), facts({ unused: { count: 40, first: [canteen, school] } }));
    expect(finding && findingText(finding, 'fr').message).toMatch(/Cantine \(CANTINE\).*38 autres/);
  });
});
