import type { CheckPoint } from '@parvis/application/accounting/accounting-connector';
import type { Language } from '@parvis/domain/display/language';
import { Field, ObjectType } from 'type-graphql';
import { CheckPointStateEnum } from './accounting-enums.js';

@ObjectType('CheckPoint', { description: 'One thing that deliveries need, and how it is.' })
export class CheckPointObject {
  constructor(
    private readonly point: CheckPoint,
    private readonly language: Language,
  ) {}

  @Field(() => String, { description: 'Stable: `address`, `credentials`, `journal`…' })
  get subject(): string {
    return this.point.subject;
  }

  @Field(() => String, { description: 'As people read it.' })
  get label(): string {
    return this.point.label[this.language];
  }

  @Field(() => CheckPointStateEnum, { description: 'How it is.' })
  get state(): CheckPoint['state'] {
    return this.point.state;
  }

  @Field(() => String, { description: 'What was found, and what mends it.' })
  get message(): string {
    return this.point.message[this.language];
  }
}
