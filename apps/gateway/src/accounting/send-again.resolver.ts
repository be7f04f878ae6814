import { parseInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { given } from '../given.js';
import { presentRow } from '../invoice/present-invoice.js';
import { ActRefusedObject } from '../refusals/act-refused.object.js';
import { principalOf, type RequestContext } from '../request-context.js';
import type { ConnectionUseCases } from './connection-use-cases.js';
import { DeliveryObject } from './delivery.object.js';
import { DryRunConnectionInput, DryRunInvoiceObject, DryRunObject, DryRunResult } from './dry-run.objects.js';
import {
  DeliveriesReplayedObject,
  DeliveriesRetriedObject,
  DeliverySentObject,
  ReplayDeliveriesInput,
  ReplayDeliveriesResult,
  RetryDeliveriesInput,
  RetryDeliveriesResult,
  SendToConnectionInput,
  SendToConnectionResult,
} from './send-again.objects.js';

@Resolver()
export class SendAgainResolver {
  constructor(private readonly useCases: ConnectionUseCases) {}

  @Bound('connector:operate')
  @Mutation(() => DryRunResult, {
    description:
      'Shows what would be made of the last invoices over a connection. Nothing is written anywhere.',
  })
  async dryRunConnection(
    @Arg('input', () => DryRunConnectionInput, { description: 'The trial.' })
    { connectionId, first, language: asked }: DryRunConnectionInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof DryRunResult> {
    const language = asked ?? 'fr';
    const command = { connectionId, ...given({ first: first ?? null }) };
    const run = await this.useCases.dryRun(command, principalOf(context));
    if (!run.ok) return new ActRefusedObject(run.refusal, language);
    return new DryRunObject(
      run.value.map(
        ({ invoice, outcome }) =>
          new DryRunInvoiceObject(presentRow(invoice, context.loaders), outcome, language),
      ),
    );
  }

  @Bound('connector:operate')
  @Mutation(() => RetryDeliveriesResult, { description: 'Sends again what is stuck over a connection.' })
  async retryDeliveries(
    @Arg('input', () => RetryDeliveriesInput, { description: 'What to try again.' })
    { connectionId, states, language }: RetryDeliveriesInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RetryDeliveriesResult> {
    const command = { connectionId, ...given({ states: states ?? null }) };
    const outcome = await this.useCases.retryDeliveries(command, principalOf(context));
    return outcome.ok
      ? new DeliveriesRetriedObject(outcome.value)
      : new ActRefusedObject(outcome.refusal, language ?? 'fr');
  }

  @Bound('connector:operate')
  @Mutation(() => ReplayDeliveriesResult, {
    description: 'Delivers again, each under its key, what was delivered since a moment.',
  })
  async replayDeliveries(
    @Arg('input', () => ReplayDeliveriesInput, { description: 'What to replay.' })
    { language, ...command }: ReplayDeliveriesInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof ReplayDeliveriesResult> {
    const outcome = await this.useCases.replayDeliveries(command, principalOf(context));
    return outcome.ok
      ? new DeliveriesReplayedObject(outcome.value)
      : new ActRefusedObject(outcome.refusal, language ?? 'fr');
  }

  @Bound('connector:operate')
  @Mutation(() => SendToConnectionResult, {
    description: 'Sends one invoice over a connection, whether or not it is live.',
  })
  async sendToConnection(
    @Arg('input', () => SendToConnectionInput, { description: 'The invoice and the connection.' })
    { invoiceId, connectionId, language: asked }: SendToConnectionInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SendToConnectionResult> {
    const language = asked ?? 'fr';
    const ref = parseInvoiceRef(invoiceId);
    if (!ref) return new ActRefusedObject({ code: 'invoice-not-found' }, language);
    const outcome = await this.useCases.sendToConnection({ ref, connectionId }, principalOf(context));
    return outcome.ok
      ? new DeliverySentObject(new DeliveryObject(outcome.value))
      : new ActRefusedObject(outcome.refusal, language);
  }
}
