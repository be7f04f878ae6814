import {
  type AddBankAccount,
  type EndBankAccount,
  makeAddBankAccount,
  makeEndBankAccount,
} from '@parvis/application/organisation/bank-accounts';
import {
  type ChangeOrganisation,
  makeChangeOrganisation,
} from '@parvis/application/organisation/change-organisation';
import {
  type ChangeSiret,
  makeChangeSiret,
  makePreviewMove,
  type PreviewMove,
} from '@parvis/application/organisation/change-siret';
import {
  type ListOrganisationHistory,
  makeListOrganisationHistory,
} from '@parvis/application/organisation/list-organisation-history';
import type { OwnStructurePorts } from '@parvis/application/organisation/own-structure';
import {
  makeViewOrganisation,
  type ViewOrganisation,
} from '@parvis/application/organisation/view-organisation';

export interface OrganisationUseCases {
  readonly viewOrganisation: ViewOrganisation;
  readonly listOrganisationHistory: ListOrganisationHistory;
  readonly changeOrganisation: ChangeOrganisation;
  readonly addBankAccount: AddBankAccount;
  readonly endBankAccount: EndBankAccount;
  readonly previewMove: PreviewMove;
  readonly changeSiret: ChangeSiret;
}

/** What the gateway can be asked about one's own structure. */
export const makeOrganisationUseCases = (ports: OwnStructurePorts): OrganisationUseCases => ({
  viewOrganisation: makeViewOrganisation(ports),
  listOrganisationHistory: makeListOrganisationHistory(ports),
  changeOrganisation: makeChangeOrganisation(ports),
  addBankAccount: makeAddBankAccount(ports),
  endBankAccount: makeEndBankAccount(ports),
  previewMove: makePreviewMove(ports),
  changeSiret: makeChangeSiret(ports),
});
