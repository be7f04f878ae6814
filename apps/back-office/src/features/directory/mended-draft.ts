import { demandOf } from '@parvis/domain/directory/demand';
import type { SettingsQuery } from '../../gql/graphql.js';
import type { SettingsDraft } from '../../settings-view/drafts.js';

type Mend = NonNullable<SettingsQuery['settings']['findings'][number]['mend']>;

/** The settings with what the linter proposes, and nothing else changed. */
export const mendedDraft = (draft: SettingsDraft, mend: Mend): SettingsDraft => ({
  ...draft,
  ...(mend.requirements && { demand: demandOf(mend.requirements) }),
  ...(mend.worksAuthority && { worksAuthority: mend.worksAuthority === 'ALSO' ? 'also' : 'no' }),
  ...(mend.noEndDate && { validUntil: '' }),
});
