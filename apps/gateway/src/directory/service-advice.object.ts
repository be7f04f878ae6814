import { adviceSentence } from '@parvis/domain/directory/advice-sentence';
import type { Requirements } from '@parvis/domain/directory/directory-entry';
import type { ServiceAdvice } from '@parvis/domain/directory/service-advice';
import type { Language } from '@parvis/domain/display/language';
import { Field, ObjectType } from 'type-graphql';
import { LanguageArg } from '../graphql/language-arg.js';
import { DirectoryServiceObject } from './directory-entry.object.js';

@ObjectType('ServiceAdvice', { description: 'A service that an invoice may be for.' })
export class ServiceAdviceObject {
  constructor(
    private readonly advice: ServiceAdvice,
    private readonly requirements: Requirements,
  ) {}

  @Field(() => DirectoryServiceObject, { description: 'The service.' })
  get service(): DirectoryServiceObject {
    return new DirectoryServiceObject(this.advice.service, this.requirements);
  }

  @Field(() => Boolean, { description: 'True when one of your suppliers has invoiced it before.' })
  get usedBefore(): boolean {
    return this.advice.reasons.some(({ kind }) => kind === 'used');
  }

  @Field(() => String, { description: 'Why it is proposed, in one sentence or two.' })
  why(@LanguageArg() language: Language | null): string {
    return adviceSentence(this.advice, language ?? 'fr');
  }
}
