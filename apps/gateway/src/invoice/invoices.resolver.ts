import type { InvoiceOrder } from '@parvis/application/invoice/invoice-list';
import type { Side } from '@parvis/domain/access/actor';
import { parseInvoiceRef } from '@parvis/domain/invoice/invoice-ref';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Bound } from '../access/binding.js';
import { given } from '../given.js';
import { InvoiceOrderEnum, SideEnum } from '../graphql/enums.js';
import { followCursor } from '../graphql/follow-cursor.js';
import { After, First } from '../graphql/page-args.js';
import { PageInfoObject } from '../graphql/page-info.object.js';
import { refusedError } from '../refusals/refused-error.js';
import { principalOf, type RequestContext } from '../request-context.js';
import type { UseCases } from '../use-cases.js';
import { InvoiceObject } from './invoice.object.js';
import {
  InvoiceConnectionObject,
  InvoiceEdgeObject,
  StatusCountObject,
} from './invoice-connection.object.js';
import { InvoiceFilterInput, toSelection } from './invoice-filter.input.js';
import { presentRow, presentView } from './present-invoice.js';

@Resolver(() => InvoiceConnectionObject)
export class InvoicesResolver {
  constructor(private readonly useCases: Pick<UseCases, 'viewInvoice' | 'listInvoices' | 'countInvoices'>) {}

  @Bound('issuedInvoice:read', 'receivedInvoice:read')
  @Query(() => InvoiceObject, {
    nullable: true,
    description:
      'One invoice, for its supplier and its recipient; null when it does not exist or is not theirs.',
  })
  async invoice(
    @Arg('id', () => ID, { description: 'The invoice.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<InvoiceObject | null> {
    const ref = parseInvoiceRef(id);
    const view = ref && (await this.useCases.viewInvoice(ref, principalOf(context)));
    return view?.ok ? presentView(view.value) : null;
  }

  @Bound('issuedInvoice:read', 'receivedInvoice:read')
  @Query(() => InvoiceConnectionObject, {
    description: "The invoices of the viewer's structures on one side.",
  })
  async invoices(
    @Arg('side', () => SideEnum, { description: 'Those sent, or those received.' }) side: Side,
    @Arg('filter', () => InvoiceFilterInput, { nullable: true, description: 'What to keep.' })
    filter: InvoiceFilterInput | null,
    @Arg('order', () => InvoiceOrderEnum, {
      nullable: true,
      defaultValue: 'newestFirst',
      description: 'The order of the list.',
    })
    order: InvoiceOrder | null,
    @First(25)
    first: number | null,
    @After()
    after: string | null,
    @Ctx() context: RequestContext,
  ): Promise<InvoiceConnectionObject> {
    const person = principalOf(context);
    const selection = toSelection(side, filter);
    const command = { ...selection, ...given({ order, limit: first, after }) };
    const page = await followCursor(context, () => this.useCases.listInvoices(command, person));
    if (!page.ok) throw refusedError(page.refusal, context.language);
    const { rows, next, cursors } = page.value;
    const edges = rows.map((row, index) => {
      const invoice = presentRow(row, context.loaders);
      return new InvoiceEdgeObject(invoice, cursors[index] ?? '');
    });
    return new InvoiceConnectionObject(edges, new PageInfoObject(next), selection);
  }

  @FieldResolver(() => [StatusCountObject], {
    description: 'Over the whole list, whatever the page: how many stand in each status.',
  })
  async countByStatus(
    @Root() { selection }: InvoiceConnectionObject,
    @Ctx() context: RequestContext,
  ): Promise<StatusCountObject[]> {
    const counts = await this.useCases.countInvoices(selection, principalOf(context));
    if (!counts.ok) throw refusedError(counts.refusal, context.language);
    return counts.value.map((counted) => new StatusCountObject(counted));
  }
}
