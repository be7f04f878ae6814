import type { Judgement } from '@parvis/application/invoice/judge-invoice';
import type { Principal } from '@parvis/domain/access/actor';
import type { Language } from '@parvis/domain/display/language';
import type { UseCases } from '../use-cases.js';
import { InvoiceCheckObject } from './invoice-check.object.js';
import { presentView } from './present-invoice.js';

/** A judgement as its reader may see it: the invoice that bears the number already is shown to whoever may open it. */
export const presentCheck = async (
  { viewInvoice }: Pick<UseCases, 'viewInvoice'>,
  judgement: Judgement,
  principal: Principal,
  language: Language,
): Promise<InvoiceCheckObject> => {
  const { numberAlreadyUsedBy } = judgement;
  const first = numberAlreadyUsedBy && (await viewInvoice(numberAlreadyUsedBy, principal));
  return new InvoiceCheckObject(judgement, language, first?.ok ? presentView(first.value) : null);
};
