import type { OfferedAction } from '@parvis/application/invoice/offered-actions';
import type { Language } from '@parvis/domain/display/language';
import { type Reason, reasonsFor } from '@parvis/domain/life-cycle/reasons';
import { Arg, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { SignedIn } from '../access/binding.js';
import { InvoiceActionEnum } from '../graphql/enums.js';
import { LanguageArg } from '../graphql/language-arg.js';

@ObjectType('Reason', { description: 'A reason to suspend or refuse.' })
export class ReasonObject {
  constructor(
    private readonly reason: Reason,
    private readonly language: Language,
  ) {}

  @Field(() => String, { description: 'Pass it with the act.' })
  get code(): string {
    return this.reason.code;
  }

  @Field(() => String, { description: 'The reason in words.' })
  get label(): string {
    return this.reason.label[this.language];
  }

  @Field(() => String, { description: 'What the supplier is told to do.' })
  get supplierText(): string {
    return this.reason.supplierText[this.language];
  }
}

@Resolver()
export class ReasonsResolver {
  @SignedIn('the list is the same for everyone and holds nobody’s data')
  @Query(() => [ReasonObject], {
    description: 'Reasons to suspend or refuse, as the supplier will read them.',
  })
  reasons(
    @Arg('action', () => InvoiceActionEnum, { description: 'The act to justify.' }) action: OfferedAction,
    @LanguageArg() language: Language | null,
  ): ReasonObject[] {
    return reasonsFor(action).map((reason) => new ReasonObject(reason, language ?? 'fr'));
  }
}
