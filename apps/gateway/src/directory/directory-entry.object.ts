import {
  type DirectoryEntry,
  type DirectoryService,
  type PublicEntityKind,
  paymentTermDays,
  type Requirements,
} from '@parvis/domain/directory/directory-entry';
import { requirementSentence } from '@parvis/domain/directory/requirement-sentence';
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

  @Field(() => Boolean, { description: 'False when it no longer receives invoices.' })
  get active(): boolean {
    return this.service.active;
  }

  @Field(() => Boolean, { description: 'Whether invoices to this service need an engagement number.' })
  get engagementNumberRequired(): boolean {
    return this.service.engagementNumberRequired ?? this.requirements.engagementNumber;
  }
}

@ObjectType('DirectoryEntry', { description: 'A public entity, as whoever wants to invoice it sees it.' })
export class DirectoryEntryObject {
  constructor(private readonly entry: DirectoryEntry) {}

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

  @Field(() => Boolean, { description: 'False when it no longer receives invoices.' })
  get active(): boolean {
    return this.entry.active;
  }

  @Field(() => RequirementsObject, { description: 'What an invoice must carry.' })
  get requirements(): RequirementsObject {
    return new RequirementsObject(this.entry.requirements);
  }

  @Field(() => [DirectoryServiceObject], { description: 'Its services, closed ones included.' })
  get services(): DirectoryServiceObject[] {
    return this.entry.services.map((service) => new DirectoryServiceObject(service, this.entry.requirements));
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
