import { describe, expect, it } from 'vitest';
import { type BankAccountDraft, checkBankAccount, tidyBankAccount } from './bank-account-form.js';
import { parseMove } from './move-form.js';
import {
  checkOrganisation,
  draftOf,
  type OrganisationDraft,
  tidyOrganisation,
  vatAfterMove,
} from './organisation-form.js';
import { organisationFaultText } from './organisation-form-texts.js';
import { parseSiret } from './siret.js';

const identifier = { type: 'SIRET', value: '00000012500013' } as const;
const today = '2026-03-02';

const draft: OrganisationDraft = {
  name: ' Papeterie  du Bocage ',
  street: '12 rue des Tanneurs',
  postCode: '14 000',
  town: 'Caen',
  country: 'FR',
  vatIdentifier: 'fr 96 000 000 125',
  contactName: '',
  contactEmail: 'Accueil@Papeterie.example',
  contactPhone: '01 99 00 12 34',
  contactNote: '',
};

const empty: OrganisationDraft = {
  name: 'Papeterie',
  street: '',
  postCode: '',
  town: '',
  country: 'FR',
  vatIdentifier: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  contactNote: '',
};

const codesOf = (change: Partial<OrganisationDraft>) =>
  checkOrganisation({ ...draft, ...change }, identifier).map(({ field, code }) => `${field}: ${code}`);

describe('what is typed of a structure', () => {
  it('is kept tidy', () => {
    expect(checkOrganisation(draft, identifier)).toEqual([]);
    expect(tidyOrganisation(draft)).toEqual({
      name: 'Papeterie du Bocage',
      address: { street: '12 rue des Tanneurs', postCode: '14000', town: 'Caen', country: 'FR' },
      vatIdentifier: 'FR96000000125',
      contact: { email: 'accueil@papeterie.example', phone: '01 99 00 12 34' },
    });
  });

  it('may be a name alone, and comes back to the form as it was kept', () => {
    expect(checkOrganisation(empty, identifier)).toEqual([]);
    expect(tidyOrganisation(empty)).toEqual({ name: 'Papeterie', address: { country: 'FR' } });
    expect(draftOf(tidyOrganisation(empty))).toEqual(empty);
  });

  it.each([
    ['name: name-missing', { name: '  ' }],
    ['name: name-too-long', { name: 'x'.repeat(201) }],
    ['postCode: post-code-missing', { postCode: '' }],
    ['postCode: post-code-malformed', { postCode: '1400' }],
    ['town: town-missing', { town: '' }],
    ['country: country-unknown', { country: 'XX' }],
    ['vatIdentifier: french-vat-key', { vatIdentifier: 'FR97000000125' }],
    ['vatIdentifier: vat-of-another', { vatIdentifier: 'FR83404833048' }],
    ['contactEmail: email-malformed', { contactEmail: 'accueil' }],
    ['contactPhone: phone-malformed', { contactPhone: 'appelez-nous' }],
    ['contactNote: text-too-long', { contactNote: 'x'.repeat(501) }],
  ])('is told %s', (told, change) => {
    expect(codesOf(change)).toEqual([told]);
  });

  it('is told every fault at once', () => {
    expect(codesOf({ name: '', country: 'XX', contactEmail: '?' })).toEqual([
      'name: name-missing',
      'country: country-unknown',
      'contactEmail: email-malformed',
    ]);
  });

  it('may be an address abroad, and the VAT number of another country', () => {
    expect(
      codesOf({ country: 'BE', postCode: '4000', town: 'Liège', vatIdentifier: 'BE0428759497' }),
    ).toEqual([]);
  });
});

describe('what is typed of a bank account', () => {
  const account: BankAccountDraft = {
    label: 'Compte courant',
    iban: 'FR76 3000 1007 9412 3456 7890 185',
    bic: '',
    owner: 'own',
    factorName: 'laissé là',
  };

  it('is kept tidy', () => {
    expect(checkBankAccount(account, [])).toEqual([]);
    const iban = 'FR7630001007941234567890185';
    expect(tidyBankAccount(account)).toEqual({ label: 'Compte courant', iban, owner: 'own' });
  });

  it.each([
    ['label: label-missing', { label: '' }],
    ['iban: iban-length', { iban: 'FR76' }],
    ['iban: iban-there-already', { iban: 'BE68539007547034' }],
    ['bic: bic-form', { bic: 'AGRI' }],
    ['factorName: factor-missing', { owner: 'factor', factorName: '' }],
  ] as const)('is told %s', (told, change) => {
    const faults = checkBankAccount({ ...account, ...change }, ['BE68539007547034']);
    expect(faults.map(({ field, code }) => `${field}: ${code}`)).toEqual([told]);
  });
});

describe('a move to another SIRET', () => {
  const move = {
    siret: '000 000 349 00019',
    movedOn: today,
    acceptedUntil: '2026-09-01',
    reason: ' Fusion ',
  };
  const faultsOf = (change: Partial<typeof move>) => {
    const parsed = parseMove({ ...move, ...change }, identifier, today);
    return parsed.ok ? [] : parsed.refusal.map(({ field, code }) => `${field}: ${code}`);
  };

  it('is read whole', () => {
    expect(parseMove(move, identifier, today)).toEqual({
      ok: true,
      value: { siret: '00000034900019', movedOn: today, acceptedUntil: '2026-09-01', reason: 'Fusion' },
    });
  });

  it.each([
    ['siret: siret-check-digit', { siret: '00000034900018' }],
    ['siret: siret-same', { siret: identifier.value }],
    ['movedOn: moved-in-future', { movedOn: '2026-03-03' }],
    ['movedOn: day-malformed', { movedOn: '2026-02-30' }],
    ['acceptedUntil: accepted-until-past', { acceptedUntil: '2026-03-01' }],
    ['acceptedUntil: accepted-too-long', { acceptedUntil: '2027-03-04' }],
    ['reason: reason-missing', { reason: ' ' }],
  ])('is told %s', (told, change) => {
    expect(faultsOf(change)).toEqual([told]);
  });

  it('takes along a VAT number that was made from the SIREN, and no other', () => {
    const to = parseSiret('00000034900019');
    if (!to.ok) throw new TypeError('not a SIRET');
    expect(vatAfterMove('FR96000000125', identifier, to.value)).toBe('FR89000000349');
    expect(vatAfterMove('BE0428759497', identifier, to.value)).toBe('BE0428759497');
    expect(vatAfterMove(undefined, identifier, to.value)).toBeUndefined();
  });
});

it('says each fault in both languages', () => {
  expect(organisationFaultText('vat-form', 'BE12', 'fr').message).toContain('BE0428759497');
  expect(organisationFaultText('town-missing', '', 'fr').message).toBe('Il manque la ville.');
  expect(organisationFaultText('town-missing', '', 'en').message).toBe('The town is missing.');
});
