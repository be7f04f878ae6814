import type { ListTraces } from '@parvis/application/access/list-traces';
import type { ReceiveUpload } from '@parvis/application/documents/receive-upload';
import type { AnswerMandate, RevokeMandate } from '@parvis/application/mandates/answer-mandate';
import type { FindHolder, GiveMandate } from '@parvis/application/mandates/give-mandate';
import type { ListMandates } from '@parvis/application/mandates/list-mandates';
import type { ClaimOwnership } from '@parvis/application/people/claims/claim-ownership';
import type {
  DecideClaim,
  ListClaims,
  ListClaimsToDecide,
  ObjectToClaim,
  ReadProof,
  WithdrawClaim,
} from '@parvis/application/people/claims/decide-claim';
import type { ExportRights } from '@parvis/application/people/export/export-rights';
import type {
  AcceptInvitation,
  ListInvitations,
  ViewInvitation,
  WithdrawInvitation,
} from '@parvis/application/people/invitations/answer-invitation';
import type { Invite } from '@parvis/application/people/invitations/invite';
import type { ChangeMember } from '@parvis/application/people/members/change-member';
import type { EndMembership } from '@parvis/application/people/members/end-membership';
import type { LeaveStructure } from '@parvis/application/people/members/leave-structure';
import type { ListMembers } from '@parvis/application/people/members/list-members';
import type { TransferMainManagement } from '@parvis/application/people/members/transfer-main-management';
import type {
  ApproveRequest,
  ListRequests,
  OpenRequest,
  RefuseRequest,
} from '@parvis/application/people/requests/decide-request';
import type { ActOnOwnRequest, ListOwnRequests } from '@parvis/application/people/requests/own-requests';
import type { RequestToJoin } from '@parvis/application/people/requests/request-to-join';

/** Who belongs to a structure, who asks to, who takes it over, and who acts for it. */
export interface PeopleUseCases {
  readonly listMembers: ListMembers;
  readonly changeMember: ChangeMember;
  readonly endMembership: EndMembership;
  readonly leaveStructure: LeaveStructure;
  readonly transferMainManagement: TransferMainManagement;
  readonly invite: Invite;
  readonly listInvitations: ListInvitations;
  readonly withdrawInvitation: WithdrawInvitation;
  readonly viewInvitation: ViewInvitation;
  readonly acceptInvitation: AcceptInvitation;
  readonly requestToJoin: RequestToJoin;
  readonly listOwnRequests: ListOwnRequests;
  readonly withdrawRequest: ActOnOwnRequest;
  readonly remindManagers: ActOnOwnRequest;
  readonly listRequests: ListRequests;
  readonly openRequest: OpenRequest;
  readonly approveRequest: ApproveRequest;
  readonly refuseRequest: RefuseRequest;
  readonly receiveProof: ReceiveUpload;
  readonly claimOwnership: ClaimOwnership;
  readonly decideClaim: DecideClaim;
  readonly objectToClaim: ObjectToClaim;
  readonly withdrawClaim: WithdrawClaim;
  readonly listClaims: ListClaims;
  readonly listClaimsToDecide: ListClaimsToDecide;
  readonly readProof: ReadProof;
  readonly listTraces: ListTraces;
  readonly exportRights: ExportRights;
  readonly giveMandate: GiveMandate;
  readonly findHolder: FindHolder;
  readonly answerMandate: AnswerMandate;
  readonly revokeMandate: RevokeMandate;
  readonly listMandates: ListMandates;
}
