import type { ConnectionHealth } from '@parvis/application/accounting/accounting-connector';
import { type Bilingual, type Language, say } from '@parvis/domain/display/language';
import { Field, ObjectType } from 'type-graphql';
import type { Refusal } from '../refusals/refusal.js';
import { refusalText } from '../refusals/refusal-texts.js';
import { CheckPointObject } from './check-point.object.js';

type Health =
  | ConnectionHealth
  | { readonly kind: 'notAsked'; readonly code: string; readonly message: Bilingual };

@ObjectType('ConnectionHealth', { description: 'How an accounting system answers now.' })
export class ConnectionHealthObject {
  constructor(
    private readonly health: Health,
    private readonly language: Language,
  ) {}

  @Field(() => Boolean, { description: 'True when deliveries can go through.' })
  get fine(): boolean {
    return this.health.kind === 'fine';
  }

  @Field(() => String, { nullable: true, description: 'The version of the accounting system.' })
  get version(): string | null {
    return this.health.kind === 'fine' ? this.health.version : null;
  }

  @Field(() => String, { nullable: true, description: 'What is wrong: a stable code.' })
  get code(): string | null {
    if (this.health.kind === 'fine') return null;
    return this.health.kind === 'unavailable' ? 'unavailable' : this.health.code;
  }

  @Field(() => [CheckPointObject], { description: 'Point by point, in the order in which to mend.' })
  get points(): CheckPointObject[] {
    const points = this.health.kind === 'notAsked' ? [] : (this.health.points ?? []);
    return points.map((point) => new CheckPointObject(point, this.language));
  }

  @Field(() => String, { description: 'In words for a person.' })
  get message(): string {
    if (this.health.kind !== 'fine') return this.health.message[this.language];
    return this.language === 'fr'
      ? `Le logiciel comptable répond (version ${this.health.version}).`
      : `The accounting system answers (version ${this.health.version}).`;
  }
}

/** The system was not asked: the viewer may not, or there is no such connection. */
export const refusedHealth = (refusal: Refusal, language: Language): ConnectionHealthObject => {
  const [fr, en] = (['fr', 'en'] as const).map((each) => {
    const { message, nextStep } = refusalText(refusal, each);
    return `${message} ${nextStep}`;
  });
  return new ConnectionHealthObject(
    { kind: 'notAsked', code: refusal.code, message: say(fr ?? '', en ?? '') },
    language,
  );
};
