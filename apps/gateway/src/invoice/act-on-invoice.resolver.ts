import type { ApplyTransitionCommand } from '@parvis/application/invoice/apply-transition';
import { parseInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { given } from '../given.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { principalOf, type RequestContext } from '../request-context.js';
import type { UseCases } from '../use-cases.js';
import {
  ActOnInvoiceInput,
  ActOnInvoiceResult,
  ActWithReasonInput,
  CompleteInvoiceInput,
  InvoiceActedOnObject,
} from './act-on-invoice.objects.js';
import { presentRow } from './present-invoice.js';

type Act = Pick<ApplyTransitionCommand, 'action' | 'reason' | 'attachmentUploadIds'>;

@Resolver()
export class ActOnInvoiceResolver {
  constructor(private readonly useCases: Pick<UseCases, 'applyTransition' | 'viewInvoice'>) {}

  @Bound('receivedInvoice:process')
  @Mutation(() => ActOnInvoiceResult, { description: 'Begins to work on it (« Prise en charge »).' })
  takeInvoiceInCharge(
    @Arg('input', () => ActOnInvoiceInput, { description: 'The act.' }) input: ActOnInvoiceInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ActOnInvoiceResult> {
    return this.apply({ action: 'takeInCharge' }, input, context);
  }

  @Bound('receivedInvoice:process')
  @Mutation(() => ActOnInvoiceResult, {
    description: 'Pauses processing until the supplier completes the file (« Suspendue »).',
  })
  suspendInvoice(
    @Arg('input', () => ActWithReasonInput, { description: 'The act and its reason.' })
    input: ActWithReasonInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ActOnInvoiceResult> {
    return this.apply({ action: 'suspend', reason: { code: input.reasonCode } }, input, context);
  }

  @Bound('receivedInvoice:process')
  @Mutation(() => ActOnInvoiceResult, {
    description: 'Ends processing: the supplier must send a new invoice (« Rejetée » by the recipient).',
  })
  refuseInvoice(
    @Arg('input', () => ActWithReasonInput, { description: 'The act and its reason.' })
    input: ActWithReasonInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ActOnInvoiceResult> {
    return this.apply({ action: 'refuse', reason: { code: input.reasonCode } }, input, context);
  }

  @Bound('receivedInvoice:process')
  @Mutation(() => ActOnInvoiceResult, {
    description: 'Certifies that the service was done (« Service fait »).',
  })
  approveInvoice(
    @Arg('input', () => ActOnInvoiceInput, { description: 'The act.' }) input: ActOnInvoiceInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ActOnInvoiceResult> {
    return this.apply({ action: 'approve' }, input, context);
  }

  @Bound('issuedInvoice:complete')
  @Mutation(() => ActOnInvoiceResult, { description: 'The supplier answers a suspension (« Complétée »).' })
  completeInvoice(
    @Arg('input', () => CompleteInvoiceInput, { description: 'The answer.' })
    input: CompleteInvoiceInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ActOnInvoiceResult> {
    const { attachmentUploadIds } = input;
    return this.apply({ action: 'complete', ...given({ attachmentUploadIds }) }, input, context);
  }

  private async apply(
    act: Act,
    input: ActOnInvoiceInput,
    context: RequestContext,
  ): Promise<typeof ActOnInvoiceResult> {
    const person = principalOf(context);
    const language = input.language ?? 'fr';
    const ref = parseInvoiceRef(input.invoiceId);
    if (!ref) return new ActRefusedObject({ code: 'invoice-not-found' }, language);
    const { comment, expectedSequence } = input;
    const command = { ref, ...act, ...given({ comment, expectedSequence }) };
    const outcome = await this.useCases.applyTransition(command, person);
    return outcome.ok
      ? new InvoiceActedOnObject(presentRow(outcome.value.invoice, context.loaders))
      : new ActRefusedObject(outcome.refusal, language);
  }
}
