import type { Receipt } from '@parvis/application/invoice/deposit-invoice';
import type { Principal } from '@parvis/domain/access/actor';
import type { Language } from '@parvis/domain/display/language';
import type { InvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { given } from '../given.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { faultySentence, numberUsedSentence } from '../refusals/deposit-texts.js';
import { principalOf, type RequestContext } from '../request-context.js';
import type { UseCases } from '../use-cases.js';
import {
  DepositInvoiceInput,
  DepositInvoiceResult,
  DepositReceiptObject,
  InvoiceFaultyObject,
  NumberAlreadyUsedObject,
} from './deposit-invoice.objects.js';
import { incomingFile } from './incoming-file.js';
import { presentCheck } from './present-check.js';
import { presentRow, presentView } from './present-invoice.js';

@Resolver()
export class DepositInvoiceResolver {
  constructor(private readonly useCases: Pick<UseCases, 'depositInvoice' | 'viewInvoice'>) {}

  @Bound('issuedInvoice:deposit')
  @Mutation(() => DepositInvoiceResult, {
    description: 'Deposits an invoice. Nothing is acknowledged before it is durable.',
  })
  async depositInvoice(
    @Arg('input', () => DepositInvoiceInput, { description: 'The invoice to deposit.' })
    input: DepositInvoiceInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof DepositInvoiceResult> {
    const principal = principalOf(context);
    const language = input.file.language ?? 'fr';
    const file = incomingFile(input.file);
    if (!file.ok) return new ActRefusedObject(file.refusal, language);
    const command = {
      file: file.value,
      channel: context.channel,
      ...given({
        supplierId: input.file.supplierId,
        attachmentUploadIds: input.attachmentUploadIds,
        idempotencyKey: input.idempotencyKey,
      }),
    };
    const outcome = await this.useCases.depositInvoice(command, principal);
    if (outcome.ok) return this.receipt(outcome.value, context, language);
    const { refusal } = outcome;
    if (refusal.code === 'invoice-faulty') {
      const check = await presentCheck(this.useCases, refusal.judgement, principal, language);
      return new InvoiceFaultyObject(check, faultySentence(refusal.judgement.faults, language));
    }
    if (refusal.code === 'number-already-used') return this.numberUsed(refusal.first, principal, language);
    return new ActRefusedObject(refusal, language);
  }

  private receipt(receipt: Receipt, { loaders }: RequestContext, language: Language): DepositReceiptObject {
    const invoice = presentRow(receipt.invoice, loaders);
    return new DepositReceiptObject(receipt, invoice, language);
  }

  private async numberUsed(
    first: InvoiceRef,
    principal: Principal,
    language: Language,
  ): Promise<NumberAlreadyUsedObject> {
    const view = await this.useCases.viewInvoice(first, principal);
    return new NumberAlreadyUsedObject(
      numberUsedSentence(view.ok ? view.value.invoice : undefined, language),
      view.ok ? presentView(view.value) : null,
    );
  }
}
