import { useQuery } from '@apollo/client/react';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { ReadOnlyNotice } from '@parvis/ui/states/read-only-notice';
import { useKeptDraft } from '@parvis/web-kit/drafts/kept-draft';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useCurrentMembership, type ViewerMembership } from '@parvis/web-kit/session/current-structure';
import { useViewerCan } from '@parvis/web-kit/session/viewer-can';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import type { ReactNode } from 'react';
import { SettingsDocument, type SettingsQuery } from '../../gql/graphql.js';
import beside from '../../settings-view/beside-form.module.css';
import {
  directoryEntryOf,
  settingsDraftOf,
  settingsInput,
  toEntitySettings,
} from '../../settings-view/drafts.js';
import { ImpactLine, ImpactPanel, useImpact } from '../../settings-view/impact-panel.js';
import { SupplierView, WillRead } from '../../settings-view/supplier-view.js';
import { Findings } from './findings.js';
import { OwnEntry } from './own-entry.js';
import { SettingsForm } from './settings-form.js';
import { SettingsTabs } from './settings-tabs.js';
import { useSaveSettings } from './use-save-settings.js';
import { useWords } from './words.js';

/** What the entity demands, with what suppliers see of it beside. */
export function SettingsPage(): ReactNode {
  const say = useWords();
  const membership = useCurrentMembership('PUBLIC_ENTITY');
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('subtitle')} />
      <SettingsTabs />
      {membership && <Inside key={membership.structure.id} membership={membership} />}
    </>
  );
}

function Inside({ membership: { structure } }: { readonly membership: ViewerMembership }): ReactNode {
  const say = useWords();
  const mayRead = useViewerCan('SETTINGS_READ', structure.id);
  if (mayRead) return <Loaded structureId={structure.id} />;
  return (
    <>
      <div className={beside.notice}>
        <ReadOnlyNotice>{say('noRight')}</ReadOnlyNotice>
      </div>
      {structure.siret && <OwnEntry siret={structure.siret} />}
    </>
  );
}

function Loaded({ structureId }: { readonly structureId: string }): ReactNode {
  const language = useLanguage() === 'fr' ? 'FR' : 'EN';
  const { data, previousData, error, refetch } = useQuery(SettingsDocument, {
    variables: { structureId, language },
    fetchPolicy: 'cache-and-network',
  });
  const settings = (data ?? previousData)?.settings;
  if (!settings)
    return error ? <Broken error={error} onRetry={() => void refetch()} /> : <PageLoading shape="detail" />;
  return <Settings settings={settings} onChanged={refetch} />;
}

interface SettingsProps {
  readonly settings: SettingsQuery['settings'];
  readonly onChanged: () => Promise<unknown>;
}

function Settings({ settings, onChanged }: SettingsProps): ReactNode {
  const say = useWords();
  const { structureId } = settings;
  const mayChange = useViewerCan('SETTINGS_CHANGE', structureId);
  const saved = settingsDraftOf(settings);
  const kept = useKeptDraft(`parvis.settings.${structureId}`, saved);
  const saving = useSaveSettings(settings, { kept, onChanged });
  const entry = { ...directoryEntryOf(settings), ...toEntitySettings(kept.draft) };
  const impact = useImpact({ structureId, settings: settingsInput(kept.draft) });
  return (
    <>
      {!mayChange && (
        <div className={beside.notice}>
          <ReadOnlyNotice>{say('readOnly')}</ReadOnlyNotice>
        </div>
      )}
      <Findings settings={settings} mayChange={mayChange} onChanged={onChanged} save={saving.save} />
      <div className={beside.columns}>
        <SettingsForm
          draft={kept.draft}
          saved={saved}
          isChanged={kept.isChanged}
          mayChange={mayChange}
          saving={saving}
          onChange={kept.change}
          onForget={kept.forget}
          told={
            <>
              <p className={beside.whereNarrow}>
                <WillRead entry={entry} />
              </p>
              <p>
                <ImpactLine impact={impact} />
              </p>
            </>
          }
        />
        <div className={beside.beside}>
          <SupplierView entry={entry} openServices={settings.openServices} />
          <ImpactPanel impact={impact} />
        </div>
      </div>
    </>
  );
}
