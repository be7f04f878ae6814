import { type AddEngagement, makeAddEngagement } from '@parvis/application/engagements/add-engagement';
import { type CloseEngagement, makeCloseEngagement } from '@parvis/application/engagements/close-engagement';
import {
  type ChangeEngagementSettings,
  type FindEngagementSettings,
  makeChangeEngagementSettings,
  makeFindEngagementSettings,
} from '@parvis/application/engagements/engagement-settings';
import { type ListEngagements, makeListEngagements } from '@parvis/application/engagements/list-engagements';
import type { Clock } from '@parvis/application/ports/platform';
import type { Work } from '@parvis/application/ports/work';

export interface EngagementUseCases {
  readonly listEngagements: ListEngagements;
  readonly addEngagement: AddEngagement;
  readonly closeEngagement: CloseEngagement;
  readonly findEngagementSettings: FindEngagementSettings;
  readonly changeEngagementSettings: ChangeEngagementSettings;
}

export const makeEngagementUseCases = (ports: {
  readonly work: Work;
  readonly now: Clock;
}): EngagementUseCases => ({
  listEngagements: makeListEngagements(ports),
  addEngagement: makeAddEngagement(ports),
  closeEngagement: makeCloseEngagement(ports),
  findEngagementSettings: makeFindEngagementSettings(ports),
  changeEngagementSettings: makeChangeEngagementSettings(ports),
});
