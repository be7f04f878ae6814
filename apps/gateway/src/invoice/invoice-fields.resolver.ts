import { readableSide } from '@parvis/application/invoice/invoice-access';
import { actionsOffered, type OfferedAction } from '@parvis/application/invoice/offered-actions';
import type { Language } from '@parvis/domain/display/language';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { InvoiceActionEnum } from '../graphql/enums.js';
import { LanguageArg } from '../graphql/language-arg.js';
import type { RequestContext } from '../request-context.js';
import { FaultObject } from './fault.object.js';
import { InvoiceObject } from './invoice.object.js';
import { invoiceClock } from './invoice-clock.js';
import { InvoiceContentObject } from './invoice-content.object.js';
import { InvoiceDocumentObject } from './invoice-document.object.js';
import { LegalClockObject } from './legal-clock.object.js';
import { LifeCycleEventObject } from './life-cycle-event.object.js';

/** The fields of an invoice that need more than its row. */
@Resolver(() => InvoiceObject)
export class InvoiceFieldsResolver {
  constructor(private readonly now: () => Date) {}

  @FieldResolver(() => String, { nullable: true, description: 'What people call the service.' })
  async serviceName(
    @Root() { row }: InvoiceObject,
    @Ctx() { loaders }: RequestContext,
  ): Promise<string | undefined> {
    if (row.serviceCode === undefined) return undefined;
    const recipient = await loaders.recipient.load(row.ref.recipientId);
    return recipient?.services.find(({ code }) => code === row.serviceCode)?.name;
  }

  @FieldResolver(() => LegalClockObject, {
    nullable: true,
    description: 'The legal limit to pay; null until the clock starts.',
  })
  async clock(
    @Root() invoice: InvoiceObject,
    @Ctx() { loaders }: RequestContext,
  ): Promise<LegalClockObject | undefined> {
    const recipient = await loaders.recipient.load(invoice.row.ref.recipientId);
    const readHistory = async () => (await invoice.view()).events;
    const clock = await invoiceClock(invoice.row, recipient, readHistory, this.now());
    return clock && new LegalClockObject(clock);
  }

  @FieldResolver(() => [LifeCycleEventObject], { description: 'Its history, oldest first.' })
  async timeline(@Root() invoice: InvoiceObject): Promise<LifeCycleEventObject[]> {
    const { events, documents } = await invoice.view();
    return events.map((event) => new LifeCycleEventObject(invoice.row.ref, event, documents));
  }

  @FieldResolver(() => [InvoiceDocumentObject], { description: 'The original and what was added.' })
  async documents(@Root() invoice: InvoiceObject): Promise<InvoiceDocumentObject[]> {
    const { documents } = await invoice.view();
    return documents.map((document) => new InvoiceDocumentObject(invoice.row.ref, document));
  }

  @FieldResolver(() => InvoiceContentObject, { description: 'What the supplier wrote.' })
  async content(@Root() invoice: InvoiceObject): Promise<InvoiceContentObject> {
    const view = await invoice.view();
    return new InvoiceContentObject(view.invoice.content);
  }

  @FieldResolver(() => [FaultObject], { description: 'What the rules said that did not stop it.' })
  async warnings(
    @Root() invoice: InvoiceObject,
    @LanguageArg() language: Language | null,
  ): Promise<FaultObject[]> {
    const view = await invoice.view();
    return view.invoice.warnings.map((fault) => new FaultObject(fault, language ?? 'fr'));
  }

  @FieldResolver(() => [InvoiceActionEnum], { description: 'What the viewer may do now.' })
  availableActions(@Root() { row }: InvoiceObject, @Ctx() { principal }: RequestContext): OfferedAction[] {
    const side = principal && readableSide(principal, row);
    return principal && side ? actionsOffered(principal, side, row) : [];
  }
}
