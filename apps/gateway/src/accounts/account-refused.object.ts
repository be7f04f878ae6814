import type { FactorMethod } from '@parvis/application/people/factors/factor-methods';
import type { Language } from '@parvis/domain/display/language';
import { Field, Int, ObjectType } from 'type-graphql';
import { FactorMethodEnum } from '../graphql/enums.js';
import { DateTimeIso } from '../graphql/scalars.js';
import { type AccountRefusal, accountRefusalText, faultSentence } from './account-texts.js';

@ObjectType('AccountFault', { description: 'What is wrong with one field.' })
export class AccountFaultObject {
  constructor(fault: { readonly field: string; readonly code: string; readonly message: string }) {
    this.field = fault.field;
    this.code = fault.code;
    this.message = fault.message;
  }

  @Field(() => String, { description: 'The field, as the input names it.' })
  readonly field: string;

  @Field(() => String, { description: 'Stable; for programs.' })
  readonly code: string;

  @Field(() => String, { description: 'What to correct, for people.' })
  readonly message: string;
}

@ObjectType('AccountRefused', { description: 'Nothing was done, for the reason given.' })
export class AccountRefusedObject {
  constructor(refusal: AccountRefusal, language: Language) {
    const { message, nextStep } = accountRefusalText(refusal, language);
    this.code = refusal.code;
    this.message = message;
    this.nextStep = nextStep;
    this.retryAt = 'retryAt' in refusal ? refusal.retryAt : null;
    this.triesLeft = 'triesLeft' in refusal ? refusal.triesLeft : null;
    this.methods = 'methods' in refusal ? [...refusal.methods] : null;
    this.faults =
      refusal.code === 'fields-faulty'
        ? refusal.faults.map(
            (fault) => new AccountFaultObject({ ...fault, message: faultSentence(fault, language) }),
          )
        : [];
  }

  @Field(() => String, { description: 'Stable; for programs.' })
  readonly code: string;

  @Field(() => String, { description: 'What happened, for people.' })
  readonly message: string;

  @Field(() => String, { description: 'What to do now, for people.' })
  readonly nextStep: string;

  @Field(() => DateTimeIso, { nullable: true, description: 'From when to try again; set when too often.' })
  readonly retryAt: Date | null;

  @Field(() => Int, { nullable: true, description: 'Tries that are left before this closes.' })
  readonly triesLeft: number | null;

  @Field(() => [FactorMethodEnum], {
    nullable: true,
    description: 'Of `proof-needed`: what proves again who it is.',
  })
  readonly methods: FactorMethod[] | null;

  @Field(() => [AccountFaultObject], { description: 'Field by field, all at once; empty otherwise.' })
  readonly faults: AccountFaultObject[];
}
