import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { given } from '../given.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { principalOf, type RequestContext } from '../request-context.js';
import type { UseCases } from '../use-cases.js';
import { incomingFile } from './incoming-file.js';
import { CheckInvoiceResult } from './invoice-check.object.js';
import { InvoiceFileInput } from './invoice-file.input.js';
import { presentCheck } from './present-check.js';

@Resolver()
export class CheckInvoiceResolver {
  constructor(private readonly useCases: Pick<UseCases, 'checkInvoice' | 'viewInvoice'>) {}

  @Bound('issuedInvoice:check')
  @Mutation(() => CheckInvoiceResult, {
    description: 'The dry run: the very judgement of a deposit, and nothing is kept.',
  })
  async checkInvoice(
    @Arg('input', () => InvoiceFileInput, { description: 'The file to judge.' }) input: InvoiceFileInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CheckInvoiceResult> {
    const language = input.language ?? 'fr';
    const file = incomingFile(input);
    if (!file.ok) return new ActRefusedObject(file.refusal, language);
    const command = given({ file: file.value, supplierId: input.supplierId });
    const person = principalOf(context);
    const outcome = await this.useCases.checkInvoice(command, person);
    return outcome.ok
      ? presentCheck(this.useCases, outcome.value, person, language)
      : new ActRefusedObject(outcome.refusal, language);
  }
}
