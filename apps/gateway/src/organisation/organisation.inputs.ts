import type { BankAccount } from '@parvis/application/organisation/organisation';
import type { BankAccountDraft } from '@parvis/domain/directory/bank-account-form';
import type { OrganisationDraft } from '@parvis/domain/directory/organisation-form';
import type { Language } from '@parvis/domain/display/language';
import { Field, ID, InputType } from 'type-graphql';
import { BankAccountOwnerEnum, LanguageEnum } from '../graphql/enums.js';
import { DateTimeIso } from '../graphql/scalars.js';

@InputType('ChangeOrganisationInput', {
  description: 'All that a structure says of itself: what is left out is taken away.',
})
export class ChangeOrganisationInput {
  @Field(() => ID, { description: 'The structure.' })
  structureId: string;

  @Field(() => DateTimeIso, {
    nullable: true,
    description:
      '`updatedAt` as you saw it: the change is refused when somebody changed the structure since.',
  })
  updatedAt?: Date | null;

  @Field(() => String, { description: 'Registered name; 200 characters at most.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Lines before the post code.' })
  street?: string | null;

  @Field(() => String, { nullable: true, description: 'Five digits in France.' })
  postCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Town.' })
  town?: string | null;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  country: string;

  @Field(() => String, { nullable: true, description: 'VAT number with the country’s prefix.' })
  vatIdentifier?: string | null;

  @Field(() => String, { nullable: true, description: 'A person or a desk; 100 characters at most.' })
  contactName?: string | null;

  @Field(() => String, { nullable: true, description: 'An address, best a shared one.' })
  contactEmail?: string | null;

  @Field(() => String, { nullable: true, description: 'A telephone number.' })
  contactPhone?: string | null;

  @Field(() => String, { nullable: true, description: 'When and how to reach them; 500 characters at most.' })
  contactNote?: string | null;

  @Field(() => LanguageEnum, {
    nullable: true,
    description: 'Of the sentences in the answer; French by default.',
  })
  language?: Language | null;
}

export const toOrganisationDraft = (input: ChangeOrganisationInput): OrganisationDraft => ({
  name: input.name,
  street: input.street ?? '',
  postCode: input.postCode ?? '',
  town: input.town ?? '',
  country: input.country,
  vatIdentifier: input.vatIdentifier ?? '',
  contactName: input.contactName ?? '',
  contactEmail: input.contactEmail ?? '',
  contactPhone: input.contactPhone ?? '',
  contactNote: input.contactNote ?? '',
});

@InputType('AddBankAccountInput', { description: 'An account that is in force from today on.' })
export class AddBankAccountInput {
  @Field(() => ID, { description: 'The structure.' })
  structureId: string;

  @Field(() => String, { description: 'What tells it apart; 100 characters at most.' })
  label: string;

  @Field(() => String, { description: 'IBAN; spaces are allowed.' })
  iban: string;

  @Field(() => String, { nullable: true, description: 'BIC, 8 or 11 characters.' })
  bic?: string | null;

  @Field(() => BankAccountOwnerEnum, { description: 'Whose account it is.' })
  owner: BankAccount['owner'];

  @Field(() => String, { nullable: true, description: 'The factor, when it is the factor’s.' })
  factorName?: string | null;

  @Field(() => LanguageEnum, {
    nullable: true,
    description: 'Of the sentences in the answer; French by default.',
  })
  language?: Language | null;
}

export const toBankAccountDraft = (input: AddBankAccountInput): BankAccountDraft => ({
  label: input.label,
  iban: input.iban,
  bic: input.bic ?? '',
  owner: input.owner,
  factorName: input.factorName ?? '',
});

@InputType('EndBankAccountInput', { description: 'An account of which today is the last day.' })
export class EndBankAccountInput {
  @Field(() => ID, { description: 'The structure.' })
  structureId: string;

  @Field(() => ID, { description: 'The account.' })
  bankAccountId: string;

  @Field(() => LanguageEnum, {
    nullable: true,
    description: 'Of the sentences in the answer; French by default.',
  })
  language?: Language | null;
}

@InputType('ChangeSiretInput', { description: 'A structure that goes on under another SIRET.' })
export class ChangeSiretInput {
  @Field(() => ID, { description: 'The structure.' })
  structureId: string;

  @Field(() => DateTimeIso, {
    nullable: true,
    description: '`updatedAt` as you saw it: the move is refused when somebody changed the structure since.',
  })
  updatedAt?: Date | null;

  @Field(() => String, { description: 'The new SIRET; spaces are allowed.' })
  siret: string;

  @Field(() => String, { description: 'The first day of the new SIRET, today at the latest: 2026-03-02.' })
  movedOn: string;

  @Field(() => String, {
    description: 'The last day on which invoices naming the old one are taken in, within a year.',
  })
  acceptedUntil: string;

  @Field(() => String, { description: 'Why; the trace keeps it. 500 characters at most.' })
  reason: string;

  @Field(() => LanguageEnum, {
    nullable: true,
    description: 'Of the sentences in the answer; French by default.',
  })
  language?: Language | null;
}
