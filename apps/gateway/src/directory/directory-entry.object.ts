import {
  type DirectoryService,
  type PublicEntityKind,
  paymentTermDays,
  type Requirements,
} from '@parvis/domain/directory/directory-entry';
import type { DirectoryListing } from '@parvis/domain/directory/directory-listing';
import { requirementSentence } from '@parvis/domain/directory/requirement-sentence';
import type { PublicContact } from '@parvis/domain/directory/structure-facts';
import type { Language } from '@parvis/domain/display/language';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PublicEntityKindEnum } from '../graphql/enums.js';
import { LanguageArg } from '../graphql/language-arg.js';

@ObjectType('Requirements', { description: 'What an invoice to a public entity must carry.' })
export class RequirementsObject {
  constructor(private readonly requirements: Requirements) {}

  @Field(() => Boolean, { description: 'A service code (BT-10) is compulsory.' })
  get serviceCode(): boolean {
    return this.requirements.serviceCode;
  }

  @Field(() => Boolean, { description: 'An engagement number (BT-13) is compulsory.' })
  get engagementNumber(): boolean {
    return this.requirements.engagementNumber;
  }

  @Field(() => Boolean, { description: 'At least one of the two is compulsory.' })
  get serviceCodeOrEngagementNumber(): boolean {
    return this.requirements.serviceCodeOrEngagementNumber;
  }
}

@ObjectType('DirectoryService', { description: 'A service of a public entity, addressed by its code.' })
export class DirectoryServiceObject {
  constructor(
    private readonly service: DirectoryService,
    private readonly requirements: Requirements,
  ) {}

  @Field(() => String, { description: 'The service code, as it must stand in BT-10.' })
  get code(): string {
    return this.service.code;
  }

  @Field(() => String, { description: 'What people call the service.' })
  get name(): string {
    return this.service.name;
  }

  @Field(() => String, { nullable: true, description: 'What it buys, in plain words.' })
  get description(): string | undefined {
    return this.service.description;
  }

  @Field(() => Boolean, {
    description: 'Whether it takes invoices today: neither closed nor out of its validity.',
  })
  get active(): boolean {
    return this.service.active;
  }

  @Field(() => Boolean, { description: 'Whether invoices to this service need an engagement number.' })
  get engagementNumberRequired(): boolean {
    return this.service.engagementNumberRequired ?? this.requirements.engagementNumber;
  }
}

@ObjectType('DirectoryContact', { description: 'Whom suppliers may ask.' })
export class DirectoryContactObject {
  constructor(private readonly contact: PublicContact) {}

  @Field(() => String, { nullable: true, description: 'A person or a team.' })
  get name(): string | undefined {
    return this.contact.name;
  }

  @Field(() => String, { nullable: true, description: 'Address for mail.' })
  get email(): string | undefined {
    return this.contact.email;
  }

  @Field(() => String, { nullable: true, description: 'As people dial it.' })
  get phone(): string | undefined {
    return this.contact.phone;
  }

  @Field(() => String, { nullable: true, description: 'When and how to reach them, in their own words.' })
  get note(): string | undefined {
    return this.contact.note;
  }
}

/** A whole entry, or one of a list, whose services are counted already. */
type ShownEntry = Omit<DirectoryListing, 'openServices'> & Partial<Pick<DirectoryListing, 'openServices'>>;

@ObjectType('DirectoryEntry', { description: 'A public entity, as whoever wants to invoice it sees it.' })
export class DirectoryEntryObject {
  constructor(readonly entry: ShownEntry) {}

  @Field(() => ID, { description: 'Identifier of the structure.' })
  get structureId(): string {
    return this.entry.structureId;
  }

  @Field(() => String, { description: '14 digits; the address of its invoices.' })
  get siret(): string {
    return this.entry.siret;
  }

  @Field(() => String, { description: 'Official name.' })
  get name(): string {
    return this.entry.name;
  }

  @Field(() => PublicEntityKindEnum, { description: 'Decides the legal limit to pay.' })
  get kind(): PublicEntityKind {
    return this.entry.kind;
  }

  @Field(() => String, { description: 'Town of the establishment.' })
  get town(): string {
    return this.entry.town;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Number of its department: two digits, 2A, 2B or three.',
  })
  get department(): string | undefined {
    return this.entry.department;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Street, as on an envelope; lines end with line breaks.',
  })
  get street(): string | undefined {
    return this.entry.address?.street;
  }

  @Field(() => String, { nullable: true, description: 'Post code.' })
  get postCode(): string | undefined {
    return this.entry.address?.postCode;
  }

  @Field(() => DirectoryContactObject, { nullable: true, description: 'Whom suppliers may ask.' })
  get contact(): DirectoryContactObject | undefined {
    return this.entry.contact && new DirectoryContactObject(this.entry.contact);
  }

  @Field(() => Boolean, { description: 'True when works documents alone are taken here.' })
  get worksOnly(): boolean {
    return this.entry.worksAuthority === 'only';
  }

  @Field(() => Boolean, {
    description: 'Whether it takes invoices today: neither closed nor out of its validity.',
  })
  get active(): boolean {
    return this.entry.active;
  }

  @Field(() => RequirementsObject, { description: 'What an invoice must carry.' })
  get requirements(): RequirementsObject {
    return new RequirementsObject(this.entry.requirements);
  }

  @Field(() => Int, { description: 'How many of its services take invoices, counted up to 1,000.' })
  get openServices(): number {
    return this.entry.openServices ?? this.entry.services.filter(({ active }) => active).length;
  }

  @Field(() => Boolean, { description: 'False when it never tells of the payment.' })
  get reportsPayment(): boolean {
    return this.entry.reportsPayment;
  }

  @Field(() => Int, { description: 'Days allowed by law to pay.' })
  get paymentTermDays(): number {
    return paymentTermDays(this.entry.kind);
  }

  @Field(() => String, { description: 'What an invoice must carry, in one sentence.' })
  requirementSentence(@LanguageArg() language: Language | null): string {
    return requirementSentence(this.entry, language ?? 'fr');
  }
}
