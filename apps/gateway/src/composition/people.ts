import { makeListTraces } from '@parvis/application/access/list-traces';
import { inPlatformsName } from '@parvis/application/access/sight';
import { makeReceiveProof, type ReceiveUploadPorts } from '@parvis/application/documents/receive-upload';
import { makeAnswerMandate, makeRevokeMandate } from '@parvis/application/mandates/answer-mandate';
import { makeFindHolder, makeGiveMandate } from '@parvis/application/mandates/give-mandate';
import { makeListMandates } from '@parvis/application/mandates/list-mandates';
import { makeClaimOwnership } from '@parvis/application/people/claims/claim-ownership';
import {
  type ClaimPorts,
  makeDecideClaim,
  makeListClaims,
  makeListClaimsToDecide,
  makeObjectToClaim,
  makeReadProof,
  makeWithdrawClaim,
} from '@parvis/application/people/claims/decide-claim';
import { makeExportRights } from '@parvis/application/people/export/export-rights';
import {
  makeAcceptInvitation,
  makeListInvitations,
  makeViewInvitation,
  makeWithdrawInvitation,
} from '@parvis/application/people/invitations/answer-invitation';
import { type InvitePorts, makeInvite } from '@parvis/application/people/invitations/invite';
import { makeChangeMember } from '@parvis/application/people/members/change-member';
import { makeEndMembership } from '@parvis/application/people/members/end-membership';
import { makeLeaveStructure } from '@parvis/application/people/members/leave-structure';
import { makeListMembers } from '@parvis/application/people/members/list-members';
import { makeTransferMainManagement } from '@parvis/application/people/members/transfer-main-management';
import {
  makeApproveRequest,
  makeListRequests,
  makeOpenRequest,
  makeRefuseRequest,
} from '@parvis/application/people/requests/decide-request';
import {
  makeListOwnRequests,
  makeRemindManagers,
  makeWithdrawRequest,
} from '@parvis/application/people/requests/own-requests';
import { makeRequestToJoin } from '@parvis/application/people/requests/request-to-join';
import type { PeopleUseCases } from '../members/people-use-cases.js';

export type PeopleUseCasePorts = InvitePorts & ClaimPorts & ReceiveUploadPorts;

/**
 * Acts that reach another structure than the actor's own (its managers to be told, its invitation to be found) are done
 * in the platform's name: each asks the table of rights itself. Those inside a structure keep to the actor's sight.
 */
export const makePeopleUseCases = (ports: PeopleUseCasePorts): PeopleUseCases => ({
  listMembers: makeListMembers(ports),
  changeMember: makeChangeMember(ports),
  endMembership: makeEndMembership(ports),
  transferMainManagement: makeTransferMainManagement(ports),
  listInvitations: makeListInvitations(ports),
  withdrawInvitation: makeWithdrawInvitation(ports),
  listRequests: makeListRequests(ports),
  openRequest: makeOpenRequest(ports),
  listTraces: makeListTraces(ports),
  exportRights: makeExportRights(ports),
  listMandates: makeListMandates(ports),
  receiveProof: makeReceiveProof(ports),
  // Of people who hold no right to see the structure's others, managers included.
  leaveStructure: inPlatformsName(makeLeaveStructure(ports)),
  // Of people who do not belong to the structure yet.
  invite: inPlatformsName(makeInvite(ports)),
  viewInvitation: inPlatformsName(makeViewInvitation(ports)),
  acceptInvitation: inPlatformsName(makeAcceptInvitation(ports)),
  requestToJoin: inPlatformsName(makeRequestToJoin(ports)),
  listOwnRequests: inPlatformsName(makeListOwnRequests(ports)),
  withdrawRequest: inPlatformsName(makeWithdrawRequest(ports)),
  remindManagers: inPlatformsName(makeRemindManagers(ports)),
  approveRequest: inPlatformsName(makeApproveRequest(ports)),
  refuseRequest: inPlatformsName(makeRefuseRequest(ports)),
  claimOwnership: inPlatformsName(makeClaimOwnership(ports)),
  decideClaim: inPlatformsName(makeDecideClaim(ports)),
  objectToClaim: inPlatformsName(makeObjectToClaim(ports)),
  withdrawClaim: inPlatformsName(makeWithdrawClaim(ports)),
  listClaims: inPlatformsName(makeListClaims(ports)),
  listClaimsToDecide: inPlatformsName(makeListClaimsToDecide(ports)),
  readProof: inPlatformsName(makeReadProof(ports)),
  // Between two structures.
  giveMandate: inPlatformsName(makeGiveMandate(ports)),
  findHolder: inPlatformsName(makeFindHolder(ports)),
  answerMandate: inPlatformsName(makeAnswerMandate(ports)),
  revokeMandate: inPlatformsName(makeRevokeMandate(ports)),
});
