import { describe, expect, it } from 'vitest';
import type { DirectoryEntry, DirectoryService } from '../../directory/directory-entry.js';
import { parseSiret, type Siret } from '../../directory/siret.js';
import type { Invoice } from '../../invoice/invoice.js';
import { anInvoice } from '../../testing/invoice-builder.js';
import { judgeRecipient as judgeOn } from './judge-recipient.js';
import { recipientRuleIds, wouldBeRefused } from './recipient-refusals.js';

const siretOf = (digits: string): Siret => {
  const siret = parseSiret(digits);
  if (!siret.ok) throw new TypeError(`not a SIRET: ${digits}`);
  return siret.value;
};

const today = '2026-03-02';
const judgeRecipient = (invoice: Invoice, to: DirectoryEntry | undefined) => judgeOn(invoice, to, today);

const entry = (change: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  structureId: 's1',
  siret: siretOf('00000210500013'),
  name: 'Centre hospitalier de Valmont',
  kind: 'hospital',
  town: 'Valmont',
  active: true,
  requirements: { serviceCode: true, engagementNumber: false, serviceCodeOrEngagementNumber: false },
  services: [
    { code: 'PHARMACIE', name: 'Pharmacie à usage intérieur', active: true, engagementNumberRequired: true },
    { code: 'TRAVAUX', name: 'Travaux et maintenance', active: true },
    { code: 'LINGERIE', name: 'Lingerie (fermé)', active: false },
  ],
  reportsPayment: true,
  ...change,
});

const demanding = (requirements: Partial<DirectoryEntry['requirements']>): DirectoryEntry =>
  entry({
    requirements: {
      serviceCode: false,
      engagementNumber: false,
      serviceCodeOrEngagementNumber: false,
      ...requirements,
    },
  });

const carrying = (service?: string, engagement?: string, contract?: string): Invoice => {
  const { buyerReference: _, purchaseOrderReference: __, ...bare } = anInvoice();
  return {
    ...bare,
    ...(service !== undefined && { buyerReference: service }),
    ...(engagement !== undefined && { purchaseOrderReference: engagement }),
    ...(contract !== undefined && { contractReference: contract }),
  };
};

const rules = (invoice: Invoice, to: DirectoryEntry | undefined): string[] =>
  judgeRecipient(invoice, to).map(({ rule }) => rule);

const choices = [
  { value: 'PHARMACIE', label: 'Pharmacie à usage intérieur' },
  { value: 'TRAVAUX', label: 'Travaux et maintenance' },
];

describe('what the recipient requires', () => {
  it('accepts an active service, with the engagement number where that service asks for it', () => {
    expect(rules(carrying('TRAVAUX'), entry())).toEqual([]);
    expect(rules(carrying('PHARMACIE', 'EJ-1'), entry())).toEqual([]);
  });

  it('tells a SIRET the directory does not know, with the name as sent', () => {
    expect(judgeRecipient(carrying(), undefined)).toEqual([
      {
        rule: 'PV-RECIPIENT-UNKNOWN',
        severity: 'fatal',
        terms: ['BT-46'],
        path: 'buyer.identifiers',
        values: { found: '00000210500013', recipient: 'Centre hospitalier de Valmont' },
      },
    ]);
  });

  it('leaves an invoice without SIRET to the French rules', () => {
    expect(rules(anInvoice({ buyer: { identifiers: [] } }), undefined)).toEqual([]);
  });

  it('says of a closed entity only that it is closed', () => {
    expect(rules(carrying(), entry({ active: false }))).toEqual(['PV-RECIPIENT-INACTIVE']);
  });

  it('lists the active services when the code is missing', () => {
    expect(judgeRecipient(carrying(' '), entry())).toEqual([
      {
        rule: 'PV-SERVICE-CODE-REQUIRED',
        severity: 'fatal',
        terms: ['BT-10'],
        path: 'buyerReference',
        values: { recipient: 'Centre hospitalier de Valmont' },
        choices,
      },
    ]);
  });

  it('lists them when the code is unknown, and mends capitals and spaces', () => {
    const [unknown] = judgeRecipient(carrying('URGENCES'), entry());
    expect(unknown).toMatchObject({ rule: 'PV-SERVICE-CODE-UNKNOWN', choices });
    expect(unknown?.patch).toBeUndefined();
    expect(judgeRecipient(carrying('travaux'), entry())).toMatchObject([
      {
        rule: 'PV-SERVICE-CODE-UNKNOWN',
        patch: { path: 'buyerReference', from: 'travaux', to: 'TRAVAUX' },
      },
    ]);
  });

  it('tells a closed service by its name', () => {
    expect(judgeRecipient(carrying('LINGERIE'), entry())).toMatchObject([
      {
        rule: 'PV-SERVICE-CODE-INACTIVE',
        values: { service: 'Lingerie (fermé)', found: 'LINGERIE' },
        choices,
      },
    ]);
  });

  it('checks a code that nobody asked for, unless the entity has no services', () => {
    expect(rules(carrying('URGENCES'), demanding({}))).toEqual(['PV-SERVICE-CODE-UNKNOWN']);
    expect(rules(carrying('Mme Martin'), { ...demanding({}), services: [] })).toEqual([]);
  });

  it('reads the service code of the newer format first, and points there', () => {
    const invoice = anInvoice({
      buyerReference: 'TRAVAUX',
      buyer: {
        ...anInvoice().buyer,
        identifiers: [
          { value: '00000210500013', scheme: '0009' },
          { value: 'LINGERIE', scheme: '0224' },
        ],
      },
    });
    expect(judgeRecipient(invoice, entry())).toMatchObject([
      { rule: 'PV-SERVICE-CODE-INACTIVE', path: 'buyer.identifiers[1].value' },
    ]);
  });

  it('asks for the engagement number for one service, naming it', () => {
    expect(judgeRecipient(carrying('PHARMACIE'), entry())).toMatchObject([
      {
        rule: 'PV-ENGAGEMENT-NUMBER-REQUIRED',
        terms: ['BT-13'],
        path: 'purchaseOrderReference',
        values: { recipient: 'Centre hospitalier de Valmont', service: 'Pharmacie à usage intérieur' },
      },
    ]);
  });

  it('asks for it of everyone where the entity does, whatever the service', () => {
    const to = demanding({ engagementNumber: true });
    const [fault] = judgeRecipient(carrying('TRAVAUX'), to);
    expect(fault?.rule).toBe('PV-ENGAGEMENT-NUMBER-REQUIRED');
    expect(fault?.values).toEqual({ recipient: 'Centre hospitalier de Valmont' });
    expect(rules(carrying(), to)).toEqual(['PV-ENGAGEMENT-NUMBER-REQUIRED']);
    expect(rules(carrying(undefined, 'EJ-1'), to)).toEqual([]);
  });

  it('lets the contract number stand in for it', () => {
    expect(rules(carrying('PHARMACIE', undefined, 'M-2026-7'), entry())).toEqual([]);
  });

  it('asks for both where both are compulsory', () => {
    expect(rules(carrying(), demanding({ serviceCode: true, engagementNumber: true }))).toEqual([
      'PV-SERVICE-CODE-REQUIRED',
      'PV-ENGAGEMENT-NUMBER-REQUIRED',
    ]);
  });

  it('is content with either where one of the two will do', () => {
    const to = demanding({ serviceCodeOrEngagementNumber: true });
    expect(judgeRecipient(carrying(), to)).toMatchObject([
      { rule: 'PV-SERVICE-OR-ENGAGEMENT-REQUIRED', choices },
    ]);
    expect(rules(carrying('TRAVAUX'), to)).toEqual([]);
    expect(rules(carrying(undefined, 'EJ-1'), to)).toEqual([]);
  });

  it('lets a service ask less than the entity does', () => {
    const services = [{ code: 'REGIE', name: 'Régie', active: true, engagementNumberRequired: false }];
    const to = { ...demanding({ engagementNumber: true }), services };
    expect(rules(carrying('REGIE'), to)).toEqual([]);
    expect(rules(carrying(), to)).toEqual(['PV-ENGAGEMENT-NUMBER-REQUIRED']);
  });

  it('takes works documents alone where the entity is nothing but a works authority', () => {
    const to = { ...demanding({}), services: [], worksAuthority: 'only' } as const;
    expect(rules({ ...carrying(), businessProcess: 'A1' }, to)).toEqual(['PV-RECIPIENT-WORKS-ONLY']);
    expect(rules({ ...carrying(), businessProcess: 'A4' }, to)).toEqual([]);
    expect(rules({ ...carrying(), businessProcess: 'A1' }, { ...to, worksAuthority: 'also' })).toEqual([]);
  });

  it('holds services and entities to the days of their validity, both included', () => {
    const until = (validUntil: string): DirectoryEntry =>
      entry({ services: [{ code: 'TRAVAUX', name: 'Travaux', active: true, validUntil }] });
    expect(rules(carrying('TRAVAUX'), until('2026-03-02'))).toEqual([]);
    expect(rules(carrying('TRAVAUX'), until('2026-03-01'))).toEqual(['PV-SERVICE-CODE-INACTIVE']);
    expect(rules(carrying('TRAVAUX'), entry({ validFrom: '2026-03-03' }))).toEqual(['PV-RECIPIENT-INACTIVE']);
  });

  it('says since when a service is out of its validity, or from when it is open', () => {
    const told = (dates: Partial<DirectoryService>) => {
      const services = [{ code: 'TRAVAUX', name: 'Travaux', active: true, ...dates }];
      return judgeRecipient(carrying('TRAVAUX'), entry({ services }))[0]?.values;
    };
    expect(told({ validUntil: '2026-03-01' })).toMatchObject({ until: '2026-03-01' });
    expect(told({ validFrom: '2026-03-03' })).toMatchObject({ from: '2026-03-03' });
    expect(told({ active: false, validUntil: '2026-03-01' })).not.toHaveProperty('until');
  });

  it('has no rule that the cases above do not reach', () => {
    expect(recipientRuleIds).toHaveLength(8);
  });
});

describe('what would be refused of an invoice known by its references alone', () => {
  it('is what the deposit of the same invoice is told first', () => {
    const references = [undefined, 'TRAVAUX', 'PHARMACIE', 'LINGERIE', 'URGENCES'].flatMap((service) =>
      [undefined, 'EJ-1'].map((engagement) => [service, engagement] as const),
    );
    const entries = [
      entry(),
      entry({ active: false }),
      demanding({ engagementNumber: true }),
      demanding({ serviceCodeOrEngagementNumber: true }),
      { ...entry(), worksAuthority: 'only' as const },
    ];
    const first = entries.flatMap((to) =>
      references.map(([serviceCode, engagementNumber]) => [
        wouldBeRefused({ serviceCode, engagementNumber, framework: 'A1', depositedOn: today }, to),
        judgeRecipient({ ...carrying(serviceCode, engagementNumber), businessProcess: 'A1' }, to)[0]?.rule,
      ]),
    );
    expect(first.filter(([alone]) => alone !== undefined).length).toBeGreaterThan(10);
    for (const [alone, deposited] of first) expect(alone).toBe(deposited);
  });
});
