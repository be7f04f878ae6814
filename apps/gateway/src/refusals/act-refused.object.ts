import { type OfferedAction, offeredActions } from '@parvis/application/invoice/offered-actions';
import type { Language } from '@parvis/domain/display/language';
import { Field, ObjectType } from 'type-graphql';
import { InvoiceActionEnum } from '../graphql/enums.js';
import type { Refusal } from './refusal.js';
import { refusalText } from './refusal-texts.js';

@ObjectType('ActRefused', { description: 'A lawful no, with its code, its sentence and the next step.' })
export class ActRefusedObject {
  constructor(refusal: Refusal, language: Language) {
    const { message, nextStep } = refusalText(refusal, language);
    this.code = refusal.code;
    this.message = message;
    this.nextStep = nextStep;
    this.availableActions =
      refusal.code === 'action-closed'
        ? offeredActions.filter((action) => refusal.open.some((open) => open === action))
        : null;
  }

  @Field(() => String, { description: 'Stable; for programs.' })
  readonly code: string;

  @Field(() => String, { description: 'What happened, for people.' })
  readonly message: string;

  @Field(() => String, { description: 'What to do now, for people.' })
  readonly nextStep: string;

  @Field(() => [InvoiceActionEnum], {
    nullable: true,
    description: 'When an act is closed: the acts that are open instead.',
  })
  readonly availableActions: OfferedAction[] | null;
}
