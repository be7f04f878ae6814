import type { Clock } from '@parvis/application/ports/platform';
import type { Work } from '@parvis/application/ports/work';
import { type AddService, makeAddService } from '@parvis/application/settings/add-service';
import { type ChangeService, makeChangeService } from '@parvis/application/settings/change-service';
import { type ChangeSettings, makeChangeSettings } from '@parvis/application/settings/change-settings';
import { type LintFindings, makeLintFindings } from '@parvis/application/settings/lint-findings';
import {
  type FindService,
  type ListServices,
  makeFindService,
  makeListServices,
} from '@parvis/application/settings/list-services';
import {
  makeCloseServices,
  makeReopenServices,
  type OpenServices,
} from '@parvis/application/settings/open-services';
import { makePreviewSettings, type PreviewSettings } from '@parvis/application/settings/preview-settings';
import { makeSettingsHistory, type SettingsHistory } from '@parvis/application/settings/settings-history';
import { makeViewSettings, type ViewSettings } from '@parvis/application/settings/view-settings';

export interface SettingsUseCases {
  readonly viewSettings: ViewSettings;
  readonly changeSettings: ChangeSettings;
  readonly previewSettings: PreviewSettings;
  readonly lintFindings: LintFindings;
  readonly settingsHistory: SettingsHistory;
  readonly listOwnServices: ListServices;
  readonly findOwnService: FindService;
  readonly addService: AddService;
  readonly changeService: ChangeService;
  readonly closeServices: OpenServices;
  readonly reopenServices: OpenServices;
}

/** What the gateway can be asked about what an entity demands. */
export const makeSettingsUseCases = (ports: {
  readonly work: Work;
  readonly now: Clock;
}): SettingsUseCases => ({
  viewSettings: makeViewSettings(ports),
  changeSettings: makeChangeSettings(ports),
  previewSettings: makePreviewSettings(ports),
  lintFindings: makeLintFindings(ports),
  settingsHistory: makeSettingsHistory(ports),
  listOwnServices: makeListServices(ports),
  findOwnService: makeFindService(ports),
  addService: makeAddService(ports),
  changeService: makeChangeService(ports),
  closeServices: makeCloseServices(ports),
  reopenServices: makeReopenServices(ports),
});
