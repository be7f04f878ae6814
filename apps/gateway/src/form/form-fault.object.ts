import { Field, ObjectType } from 'type-graphql';

@ObjectType('FormFault', {
  description: 'What is wrong with one field of a form, and what to write instead.',
})
export class FormFaultObject {
  constructor(fault: { readonly field: string; readonly message: string; readonly nextStep: string }) {
    this.field = fault.field;
    this.message = fault.message;
    this.nextStep = fault.nextStep;
  }

  @Field(() => String, { description: "The field's path in the input, such as `contact.email`." })
  readonly field: string;

  @Field(() => String, { description: 'What is wrong, for people.' })
  readonly message: string;

  @Field(() => String, { description: 'What to do now, for people.' })
  readonly nextStep: string;
}

@ObjectType('FormFaulty', { description: 'Nothing was changed: these fields are to be corrected first.' })
export class FormFaultyObject {
  constructor(faults: FormFaultObject[]) {
    this.faults = faults;
  }

  @Field(() => [FormFaultObject], { description: 'Every fault at once, one or more.' })
  readonly faults: FormFaultObject[];
}
