import { describe, expect, it } from 'vitest';
import { requirementsOf } from './demand.js';
import type { EntitySettings } from './entity-settings.js';
import { parseServiceCode } from './service-code.js';
import {
  checkServiceDraft,
  checkSettings,
  type ServiceDraft,
  tidyService,
  tidySettings,
} from './settings-form.js';
import { settingsFaultText } from './settings-form-texts.js';

const settings = (change: Partial<EntitySettings> = {}): EntitySettings => ({
  active: true,
  requirements: requirementsOf('nothing'),
  worksAuthority: 'no',
  reportsPayment: true,
  ...change,
});

const draft = (change: Partial<ServiceDraft> = {}): ServiceDraft => ({
  code: 'CANTINE',
  name: 'Cantine scolaire',
  ...change,
});

describe('a service code', () => {
  it.each(['CANTINE', 'st-01/B', 'École n° 2'.replace('°', ''), "Fêtes d'été", '7', ' VOIRIE '])(
    'may be %j',
    (typed) => expect(parseServiceCode(typed)).toEqual({ ok: true, value: typed.trim() }),
  );

  it.each([
    ['  ', 'service-code-missing'],
    ['A'.repeat(101), 'service-code-too-long'],
    ['A\tB\u0000', 'service-code-characters'],
    ['-A', 'service-code-characters'],
    ['A;B', 'service-code-characters'],
    ['factures_publiques', 'service-code-reserved'],
  ])('is not %j', (typed, refusal) => expect(parseServiceCode(typed)).toEqual({ ok: false, refusal }));

  it('has its spaces made one', () => {
    expect(parseServiceCode('Fêtes  \t locales')).toEqual({ ok: true, value: 'Fêtes locales' });
  });
});

describe('a service as typed', () => {
  it('is told every fault at once', () => {
    const faulty = draft({
      code: '',
      name: ' ',
      description: 'x'.repeat(501),
      contactEmail: 'mairie@',
      validFrom: '2026-02-30',
    });
    expect(checkServiceDraft(faulty)).toEqual([
      { field: 'code', code: 'service-code-missing' },
      { field: 'name', code: 'service-name-missing' },
      { field: 'description', code: 'text-too-long' },
      { field: 'contactEmail', code: 'email-malformed' },
      { field: 'validFrom', code: 'day-malformed' },
    ]);
  });

  it('may be valid for a single day, and not end before it begins', () => {
    expect(checkServiceDraft(draft({ validFrom: '2026-03-02', validUntil: '2026-03-02' }))).toEqual([]);
    expect(checkServiceDraft(draft({ validFrom: '2026-03-02', validUntil: '2026-03-01' }))).toEqual([
      { field: 'validUntil', code: 'validity-reversed' },
    ]);
  });

  it('is kept without spaces around and without what was left empty', () => {
    expect(tidyService(draft({ code: ' CANTINE ', description: ' ', contactEmail: 'A@B.example' }))).toEqual(
      draft({ contactEmail: 'a@b.example' }),
    );
  });
});

describe('the settings as typed', () => {
  it('are told which part of the contact is wrong', () => {
    expect(checkSettings(settings({ contact: { email: 'x', phone: '0'.repeat(101) } }))).toEqual([
      { field: 'contact.email', code: 'email-malformed' },
      { field: 'contact.phone', code: 'text-too-long' },
    ]);
    expect(checkSettings(settings({ contact: { email: '' } }))).toEqual([]);
  });

  it('keep no contact that says nothing', () => {
    expect(tidySettings(settings({ contact: { name: ' ', email: '' } }))).toEqual(settings());
  });
});

it('has words for what is wrong, in both languages', () => {
  expect(settingsFaultText('service-code-taken', 'fr').message).toMatch(/déjà ce code/);
  expect(settingsFaultText('service-code-taken', 'en').nextStep).toMatch(/another code/);
});
