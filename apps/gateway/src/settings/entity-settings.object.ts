import type { SettingsView } from '@parvis/application/settings/view-settings';
import type { PublicEntityKind } from '@parvis/domain/directory/directory-entry';
import type { WorksAuthority } from '@parvis/domain/directory/structure-facts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { RequirementsObject } from '../directory/directory-entry.object.js';
import { PublicEntityKindEnum, WorksAuthorityEnum } from '../graphql/enums.js';
import { CalendarDate } from '../graphql/scalars.js';
import { SettingsContactObject } from './public-contact.object.js';
import { SettingsServiceObject } from './settings-service.object.js';

@ObjectType('EntitySettings', {
  description: 'What a public entity decides about the invoices it receives, for its own people.',
})
export class EntitySettingsObject {
  constructor(private readonly view: SettingsView) {}

  @Field(() => ID, { description: 'The structure.' })
  get structureId(): string {
    return this.view.entry.structureId;
  }

  @Field(() => String, { description: '14 digits; the address of its invoices.' })
  get siret(): string {
    return this.view.entry.siret;
  }

  @Field(() => String, { description: 'Official name.' })
  get name(): string {
    return this.view.entry.name;
  }

  @Field(() => PublicEntityKindEnum, { description: 'Decides the legal limit to pay.' })
  get kind(): PublicEntityKind {
    return this.view.entry.kind;
  }

  @Field(() => String, { description: 'Town of the establishment.' })
  get town(): string {
    return this.view.entry.town;
  }

  @Field(() => Boolean, { description: 'False when it takes no invoices in.' })
  get active(): boolean {
    return this.view.entry.active;
  }

  @Field(() => RequirementsObject, {
    description: 'What every invoice must carry; a service may say otherwise.',
  })
  get requirements(): RequirementsObject {
    return new RequirementsObject(this.view.entry.requirements);
  }

  @Field(() => WorksAuthorityEnum, { description: 'Whether it commissions works, or works alone.' })
  get worksAuthority(): WorksAuthority {
    return this.view.entry.worksAuthority ?? 'no';
  }

  @Field(() => Boolean, { description: 'False when suppliers are never told of payments.' })
  get reportsPayment(): boolean {
    return this.view.entry.reportsPayment;
  }

  @Field(() => SettingsContactObject, { description: 'Whom suppliers may ask.' })
  get contact(): SettingsContactObject {
    return new SettingsContactObject(this.view.entry.contact ?? {});
  }

  @Field(() => CalendarDate, { nullable: true, description: 'The first day it takes invoices.' })
  get validFrom(): string | undefined {
    return this.view.entry.validFrom;
  }

  @Field(() => CalendarDate, { nullable: true, description: 'The last day.' })
  get validUntil(): string | undefined {
    return this.view.entry.validUntil;
  }

  @Field(() => String, {
    description: 'Give it back with a change: it tells whether somebody else has changed the settings since.',
  })
  get version(): string {
    return this.view.version;
  }

  @Field(() => [SettingsServiceObject], {
    description: 'Some of its open services, those that decide something for themselves first: 50 at most.',
  })
  get sampleServices(): SettingsServiceObject[] {
    return this.view.entry.services.map((service) => new SettingsServiceObject(service));
  }

  @Field(() => Int, { description: 'How many services are open.' })
  get openServices(): number {
    return this.view.services.open;
  }

  @Field(() => Int, { description: 'How many are closed.' })
  get closedServices(): number {
    return this.view.services.closed;
  }
}
