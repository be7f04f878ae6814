import type { CheckConnection } from '@parvis/application/accounting/check-connection';
import type { ListConnections } from '@parvis/application/accounting/list-connections';
import type { ListDeliveries } from '@parvis/application/accounting/list-deliveries';
import type { ReceivePost } from '@parvis/application/accounting/receive-post';
import type { RetryDelivery } from '@parvis/application/accounting/retry-delivery';
import type { ReceiveUpload } from '@parvis/application/documents/receive-upload';
import type { ApplyTransition } from '@parvis/application/invoice/apply-transition';
import type { CheckInvoice } from '@parvis/application/invoice/check-invoice';
import type { CountInvoices } from '@parvis/application/invoice/count-invoices';
import type { DepositInvoice } from '@parvis/application/invoice/deposit-invoice';
import type { ListInvoices } from '@parvis/application/invoice/list-invoices';
import type { ReadDocument } from '@parvis/application/invoice/read-document';
import type { ReadableCopy } from '@parvis/application/invoice/render-readable';
import type { ViewInvoice } from '@parvis/application/invoice/view-invoice';
import type { ViewInvoices } from '@parvis/application/invoice/view-invoices';
import type { Language } from '@parvis/domain/display/language';
import type { Invoice } from '@parvis/domain/invoice/invoice';
import type { ConnectionUseCases } from './accounting/connection-use-cases.js';
import type { ReconciliationUseCases } from './accounting/reconciliation/reconciliation-use-cases.js';
import type { AccountUseCases } from './accounts/account-use-cases.js';
import type { DirectoryUseCases } from './directory/directory-use-cases.js';
import type { EngagementUseCases } from './engagements/engagement-use-cases.js';
import type { ImportUseCases } from './imports/import-use-cases.js';
import type { PeopleUseCases } from './members/people-use-cases.js';
import type { OrganisationUseCases } from './organisation/organisation-use-cases.js';
import type { FactorResetUseCases } from './people/reset/factor-reset-use-cases.js';
import type { SignInUseCases } from './people/sign-in-use-cases.js';
import type { SettingsUseCases } from './settings/settings-use-cases.js';
import type { TechnicalAccountUseCases } from './technical-accounts/technical-account-use-cases.js';

/** Everything the gateway can be asked to do; `composition.ts` makes it. */
export interface UseCases
  extends SettingsUseCases,
    OrganisationUseCases,
    AccountUseCases,
    DirectoryUseCases,
    ConnectionUseCases,
    ReconciliationUseCases,
    EngagementUseCases,
    ImportUseCases,
    PeopleUseCases,
    FactorResetUseCases,
    TechnicalAccountUseCases,
    SignInUseCases {
  readonly receiveUpload: ReceiveUpload;
  readonly checkInvoice: CheckInvoice;
  readonly depositInvoice: DepositInvoice;
  readonly applyTransition: ApplyTransition;
  readonly viewInvoice: ViewInvoice;
  readonly viewInvoices: ViewInvoices;
  readonly listInvoices: ListInvoices;
  readonly countInvoices: CountInvoices;
  readonly readDocument: ReadDocument;
  readonly renderReadable: (invoice: Invoice, language: Language) => Promise<ReadableCopy>;
  readonly listConnections: ListConnections;
  readonly listDeliveries: ListDeliveries;
  readonly retryDelivery: RetryDelivery;
  readonly checkConnection: CheckConnection;
  readonly receivePost: ReceivePost;
  readonly postAddressOf: (connectionId: string) => string;
  readonly newsTokenOf: (connectionId: string) => string;
}
