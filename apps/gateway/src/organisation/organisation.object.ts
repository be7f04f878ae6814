import type {
  BankAccount,
  FormerIdentifier,
  Organisation,
} from '@parvis/application/organisation/organisation';
import type { OrganisationView, ShownBankAccount } from '@parvis/application/organisation/view-organisation';
import type { Side } from '@parvis/domain/access/actor';
import type { LegalKind, PostalAddress } from '@parvis/domain/directory/structure-facts';
import type { IdentifierType, StructureIdentifier } from '@parvis/domain/directory/structure-identifier';
import { Field, ID, ObjectType } from 'type-graphql';
import { BankAccountOwnerEnum, IdentifierTypeEnum, LegalKindEnum, SideEnum } from '../graphql/enums.js';
import { CalendarDate, DateTimeIso } from '../graphql/scalars.js';
import { SettingsContactObject } from '../settings/public-contact.object.js';

@ObjectType('StructureIdentifier', { description: 'What identifies a structure.' })
export class StructureIdentifierObject {
  constructor({ type, value }: StructureIdentifier) {
    this.type = type;
    this.value = value;
  }

  @Field(() => IdentifierTypeEnum, { description: 'Which register it comes from.' })
  readonly type: IdentifierType;

  @Field(() => String, { description: 'Without spaces.' })
  readonly value: string;
}

@ObjectType('FormerIdentifier', { description: 'An identifier that a structure has left for another.' })
export class FormerIdentifierObject {
  constructor(former: FormerIdentifier) {
    this.identifier = new StructureIdentifierObject(former.identifier);
    this.leftOn = former.leftOn;
    this.acceptedUntil = former.acceptedUntil;
    this.changedByName = former.changedByName;
    this.changedAt = former.changedAt;
  }

  @Field(() => StructureIdentifierObject, { description: 'The old one.' })
  readonly identifier: StructureIdentifierObject;

  @Field(() => CalendarDate, { description: 'The first day of the next one.' })
  readonly leftOn: string;

  @Field(() => CalendarDate, { description: 'The last day on which invoices naming it are taken in.' })
  readonly acceptedUntil: string;

  @Field(() => String, { description: 'Who declared the change.' })
  readonly changedByName: string;

  @Field(() => DateTimeIso, { description: 'When.' })
  readonly changedAt: Date;
}

@ObjectType('PostalAddress', { description: 'Where a structure is.' })
export class PostalAddressObject {
  constructor({ street, postCode, town, country }: PostalAddress) {
    this.street = street;
    this.postCode = postCode;
    this.town = town;
    this.country = country;
  }

  @Field(() => String, { nullable: true, description: 'Lines before the post code.' })
  readonly street: string | undefined;

  @Field(() => String, { nullable: true, description: 'Post code.' })
  readonly postCode: string | undefined;

  @Field(() => String, { nullable: true, description: 'Town.' })
  readonly town: string | undefined;

  @Field(() => String, { description: 'ISO 3166-1 alpha-2.' })
  readonly country: string;
}

@ObjectType('BankAccount', { description: 'Where a supplier is paid.' })
export class BankAccountObject {
  constructor(private readonly account: ShownBankAccount) {}

  @Field(() => ID, { description: 'Identifier of the account.' })
  get id(): string {
    return this.account.bankAccountId;
  }

  @Field(() => String, { description: 'What its people call it.' })
  get label(): string {
    return this.account.label;
  }

  @Field(() => String, { description: 'In groups of four; masked to those who may not change it.' })
  get iban(): string {
    return this.account.shownIban;
  }

  @Field(() => String, { nullable: true, description: 'BIC, where it was given.' })
  get bic(): string | undefined {
    return this.account.bic;
  }

  @Field(() => BankAccountOwnerEnum, { description: 'Whose account it is.' })
  get owner(): BankAccount['owner'] {
    return this.account.owner;
  }

  @Field(() => String, { nullable: true, description: 'The factor, where it is the factor’s.' })
  get factorName(): string | undefined {
    return this.account.factorName;
  }

  @Field(() => CalendarDate, { description: 'Its first day.' })
  get validFrom(): string {
    return this.account.validFrom;
  }

  @Field(() => CalendarDate, { nullable: true, description: 'Its last day; null while nobody has ended it.' })
  get validUntil(): string | undefined {
    return this.account.validUntil;
  }

  @Field(() => Boolean, { description: 'Whether it is in force today.' })
  get inForce(): boolean {
    return this.account.inForce;
  }

  @Field(() => String, { description: 'Who added it.' })
  get addedBy(): string {
    return this.account.addedBy;
  }

  @Field(() => DateTimeIso, { description: 'When.' })
  get addedAt(): Date {
    return this.account.addedAt;
  }
}

@ObjectType('Organisation', { description: 'One’s own structure, whole.' })
export class OrganisationObject {
  private readonly organisation: Organisation;

  constructor(private readonly view: OrganisationView) {
    this.organisation = view.organisation;
  }

  @Field(() => ID, { description: 'Identifier of the structure; it never changes.' })
  get id(): string {
    return this.organisation.structureId;
  }

  @Field(() => SideEnum, { description: 'On which side of an invoice it stands.' })
  get side(): Side {
    return this.organisation.side;
  }

  @Field(() => StructureIdentifierObject, { description: 'What identifies it now.' })
  get identifier(): StructureIdentifierObject {
    return new StructureIdentifierObject(this.organisation.identifier);
  }

  @Field(() => [FormerIdentifierObject], { description: 'What identified it before, the newest first.' })
  get formerIdentifiers(): FormerIdentifierObject[] {
    return this.view.formerIdentifiers.map((former) => new FormerIdentifierObject(former));
  }

  @Field(() => String, { description: 'Registered name.' })
  get name(): string {
    return this.organisation.name;
  }

  @Field(() => LegalKindEnum, { description: 'What kind of person it is before the law.' })
  get kind(): LegalKind {
    return this.organisation.kind;
  }

  @Field(() => Boolean, { description: 'False when it no longer sends or receives.' })
  get active(): boolean {
    return this.organisation.active;
  }

  @Field(() => PostalAddressObject, { description: 'Where it is.' })
  get address(): PostalAddressObject {
    return new PostalAddressObject(this.organisation.address);
  }

  @Field(() => String, { nullable: true, description: 'Number of the French department: 61, 2A, 974.' })
  get department(): string | undefined {
    return this.organisation.department;
  }

  @Field(() => String, { nullable: true, description: 'Its VAT number, with the country’s prefix.' })
  get vatIdentifier(): string | undefined {
    return this.organisation.vatIdentifier;
  }

  @Field(() => SettingsContactObject, { description: 'Whom the other side may ask.' })
  get contact(): SettingsContactObject {
    return new SettingsContactObject(this.organisation.contact ?? {});
  }

  @Field(() => [BankAccountObject], { description: 'Those in force first, ended ones after.' })
  get bankAccounts(): BankAccountObject[] {
    return this.view.bankAccounts.map((account) => new BankAccountObject(account));
  }

  @Field(() => DateTimeIso, {
    description:
      'Give it back with a change: it tells whether somebody else has changed the structure since.',
  })
  get updatedAt(): Date {
    return this.organisation.updatedAt;
  }
}
