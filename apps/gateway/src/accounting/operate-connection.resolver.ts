import { parseInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { principalOf, type RequestContext } from '../request-context.js';
import type { UseCases } from '../use-cases.js';
import { ConnectionHealthObject, refusedHealth } from './connection-health.object.js';
import { DeliveryObject } from './delivery.object.js';
import { DeliveryRetriedObject, RetryDeliveryInput, RetryDeliveryResult } from './retry-delivery.objects.js';

@Resolver()
export class OperateConnectionResolver {
  constructor(private readonly useCases: Pick<UseCases, 'retryDelivery' | 'checkConnection'>) {}

  @Bound('connector:operate')
  @Mutation(() => RetryDeliveryResult, { description: 'Sends again what was refused or parked.' })
  async retryDelivery(
    @Arg('input', () => RetryDeliveryInput, { description: 'The delivery.' }) input: RetryDeliveryInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RetryDeliveryResult> {
    const language = input.language ?? 'fr';
    const ref = parseInvoiceRef(input.invoiceId);
    if (!ref) return new ActRefusedObject({ code: 'invoice-not-found' }, language);
    const command = { ref, connectionId: input.connectionId };
    const outcome = await this.useCases.retryDelivery(command, principalOf(context));
    return outcome.ok
      ? new DeliveryRetriedObject(new DeliveryObject(outcome.value))
      : new ActRefusedObject(outcome.refusal, language);
  }

  @Bound('connector:operate')
  @Mutation(() => ConnectionHealthObject, {
    description: 'Reaches the accounting system now and says how it is.',
  })
  async checkAccountingConnection(
    @Arg('id', () => ID, { description: 'The connection.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ConnectionHealthObject> {
    const outcome = await this.useCases.checkConnection({ connectionId: id }, principalOf(context));
    return outcome.ok
      ? new ConnectionHealthObject(outcome.value, context.language)
      : refusedHealth(outcome.refusal, context.language);
  }
}
