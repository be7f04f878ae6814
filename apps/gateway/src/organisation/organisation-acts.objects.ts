import type { MovePreview } from '@parvis/application/organisation/change-siret';
import type { Holdings } from '@parvis/application/organisation/organisation';
import type { OrganisationRefusal } from '@parvis/application/organisation/organisation-refusal';
import { organisationFaultText } from '@parvis/domain/directory/organisation-form-texts';
import type { Language } from '@parvis/domain/display/language';
import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { FormFaultObject, FormFaultyObject } from '../form/form-fault.object.js';
import { CalendarDate } from '../graphql/scalars.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { OrganisationObject, StructureIdentifierObject } from './organisation.object.js';

@ObjectType('OrganisationChanged', { description: 'It was done.' })
export class OrganisationChangedObject {
  constructor(organisation: OrganisationObject) {
    this.organisation = organisation;
  }

  @Field(() => OrganisationObject, { description: 'As it is now.' })
  readonly organisation: OrganisationObject;
}

@ObjectType('Holdings', { description: 'What hangs on a structure and goes wherever it goes.' })
export class HoldingsObject {
  constructor(holdings: Holdings) {
    Object.assign(this, holdings);
  }

  @Field(() => Int, { description: 'People who belong to it.' })
  readonly people: number;

  @Field(() => Int, { description: 'Spaces opened to users, one by one.' })
  readonly grants: number;

  @Field(() => Int, { description: 'Keys of programs that open now.' })
  readonly keys: number;

  @Field(() => Int, { description: 'Mandates given and held.' })
  readonly mandates: number;

  @Field(() => Int, { description: 'Connections to accounting systems.' })
  readonly connections: number;

  @Field(() => Int, { description: 'Invoices neither paid nor refused nor rejected.' })
  readonly openInvoices: number;
}

@ObjectType('SiretChangePreview', {
  description: 'What a change of SIRET would do; nothing has changed yet.',
})
export class SiretChangePreviewObject {
  constructor({ organisation, move, holdings, vatIdentifier }: MovePreview) {
    this.from = new StructureIdentifierObject(organisation.identifier);
    this.to = new StructureIdentifierObject({ type: 'SIRET', value: move.siret });
    this.movedOn = move.movedOn;
    this.acceptedUntil = move.acceptedUntil;
    this.holdings = new HoldingsObject(holdings);
    this.vatBefore = organisation.vatIdentifier;
    this.vatAfter = vatIdentifier;
  }

  @Field(() => StructureIdentifierObject, { description: 'What it would leave.' })
  readonly from: StructureIdentifierObject;

  @Field(() => StructureIdentifierObject, { description: 'What it would be known by.' })
  readonly to: StructureIdentifierObject;

  @Field(() => CalendarDate, { description: 'The first day of the new SIRET.' })
  readonly movedOn: string;

  @Field(() => CalendarDate, {
    description: 'The last day on which invoices naming the old one are taken in.',
  })
  readonly acceptedUntil: string;

  @Field(() => HoldingsObject, { description: 'What goes along.' })
  readonly holdings: HoldingsObject;

  @Field(() => String, { nullable: true, description: 'The VAT number of today.' })
  readonly vatBefore: string | undefined;

  @Field(() => String, { nullable: true, description: 'The VAT number there would be.' })
  readonly vatAfter: string | undefined;
}

export const ChangeOrganisationResult = createUnionType({
  name: 'ChangeOrganisationResult',
  description: 'What came of an act on one’s own structure.',
  types: () => [OrganisationChangedObject, FormFaultyObject, ActRefusedObject] as const,
});

export const PreviewSiretChangeResult = createUnionType({
  name: 'PreviewSiretChangeResult',
  description: 'What a change of SIRET would do.',
  types: () => [SiretChangePreviewObject, FormFaultyObject, ActRefusedObject] as const,
});

/** Faults go to their fields; everything else is a sentence above the form. */
export const toldRefusal = (
  refusal: OrganisationRefusal,
  language: Language,
): FormFaultyObject | ActRefusedObject =>
  refusal.code === 'organisation-form-faulty'
    ? new FormFaultyObject(
        refusal.faults.map(
          ({ field, code, typed }) =>
            new FormFaultObject({ field, ...organisationFaultText(code, typed, language) }),
        ),
      )
    : new ActRefusedObject(refusal, language);
