import { requirementsOf } from '@parvis/domain/directory/demand';
import { findingText } from '@parvis/domain/directory/finding-texts';
import type { Finding, FindingPlace, FindingSeverity, Mend } from '@parvis/domain/directory/settings-finding';
import type { WorksAuthority } from '@parvis/domain/directory/structure-facts';
import type { Language } from '@parvis/domain/display/language';
import { Field, Int, ObjectType } from 'type-graphql';
import { RequirementsObject } from '../directory/directory-entry.object.js';
import { FindingPlaceEnum, FindingSeverityEnum, WorksAuthorityEnum } from '../graphql/enums.js';

@ObjectType('SettingsMend', {
  description: 'What one click does about a finding. Exactly one of its fields says something.',
})
export class SettingsMendObject {
  constructor(
    private readonly mend: Mend,
    label: string,
  ) {
    this.label = label;
  }

  @Field(() => String, { description: 'What the button says.' })
  readonly label: string;

  @Field(() => RequirementsObject, { nullable: true, description: 'Demand this instead.' })
  get requirements(): RequirementsObject | null {
    return this.mend.kind === 'demand' ? new RequirementsObject(requirementsOf(this.mend.demand)) : null;
  }

  @Field(() => WorksAuthorityEnum, {
    nullable: true,
    description: 'Be this kind of works authority instead.',
  })
  get worksAuthority(): WorksAuthority | null {
    return this.mend.kind === 'worksAuthority' ? this.mend.worksAuthority : null;
  }

  @Field(() => Boolean, { description: 'True: take the last day of the entity away.' })
  get noEndDate(): boolean {
    return this.mend.kind === 'noEndDate';
  }

  @Field(() => [String], { nullable: true, description: 'Close the services of these codes.' })
  get closeServices(): readonly string[] | null {
    return this.mend.kind === 'closeServices' ? this.mend.codes : null;
  }

  @Field(() => [String], { nullable: true, description: 'Reopen the services of these codes.' })
  get reopenServices(): readonly string[] | null {
    return this.mend.kind === 'openServices' ? this.mend.codes : null;
  }
}

@ObjectType('SettingsFinding', {
  description: 'Something that makes the entity impossible or painful to invoice.',
})
export class SettingsFindingObject {
  constructor(finding: Finding, language: Language) {
    const { message, why, nextStep, mend } = findingText(finding, language);
    this.code = finding.code;
    this.severity = finding.severity;
    this.place = finding.place;
    this.count = finding.count;
    this.serviceCodes = finding.services.map(({ code }) => code);
    this.message = message;
    this.why = why;
    this.nextStep = nextStep;
    this.mend = finding.mend && mend ? new SettingsMendObject(finding.mend, mend) : null;
  }

  @Field(() => String, { description: 'Stable; for programs.' })
  readonly code: string;

  @Field(() => FindingSeverityEnum, { description: 'How much it hurts.' })
  readonly severity: FindingSeverity;

  @Field(() => FindingPlaceEnum, { description: 'Where to go about it.' })
  readonly place: FindingPlace;

  @Field(() => Int, {
    description: 'How many services or invoices are concerned; 0 where nothing is counted.',
  })
  readonly count: number;

  @Field(() => [String], { description: 'The codes of the services concerned, the first twenty.' })
  readonly serviceCodes: string[];

  @Field(() => String, { description: 'What is wrong, in one sentence.' })
  readonly message: string;

  @Field(() => String, { description: 'Why it matters.' })
  readonly why: string;

  @Field(() => String, { description: 'What to do.' })
  readonly nextStep: string;

  @Field(() => SettingsMendObject, {
    nullable: true,
    description: 'The act that is certain to mend it, if any.',
  })
  readonly mend: SettingsMendObject | null;
}
