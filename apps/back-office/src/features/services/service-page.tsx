import { useQuery } from '@apollo/client/react';
import { asksForEngagement } from '@parvis/domain/directory/demand';
import { Button } from '@parvis/ui/acts/button';
import { FormAnswer } from '@parvis/ui/form/form-answer';
import { SaveBar } from '@parvis/ui/form/save-bar';
import { SubmitButton } from '@parvis/ui/form/submit-button';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { NoRight } from '@parvis/ui/states/no-right';
import { PageLoading } from '@parvis/ui/states/page-loading';
import { ReadOnlyNotice } from '@parvis/ui/states/read-only-notice';
import { useKeptDraft } from '@parvis/web-kit/drafts/kept-draft';
import { Broken } from '@parvis/web-kit/errors/broken';
import { useCurrentMembership } from '@parvis/web-kit/session/current-structure';
import { useViewerCan } from '@parvis/web-kit/session/viewer-can';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ServiceDocument, type ServiceQuery, type SettingsServiceFieldsFragment } from '../../gql/graphql.js';
import { paths } from '../../paths.js';
import beside from '../../settings-view/beside-form.module.css';
import {
  directoryEntryOf,
  serviceDraftOf,
  serviceInput,
  toServiceDraft,
} from '../../settings-view/drafts.js';
import { ImpactLine, ImpactPanel, useImpact } from '../../settings-view/impact-panel.js';
import { SupplierView } from '../../settings-view/supplier-view.js';
import { OpenOrClose } from './open-or-close.js';
import { ServiceFields } from './service-fields.js';
import { ServiceState } from './service-state.js';
import classes from './services.module.css';
import { useSaveService } from './use-save-service.js';
import { useWords } from './words.js';

const route = getRouteApi('/inside/annuaire/services/$code');

/** One service: what it says and demands, with what suppliers see of it beside. */
export function ServicePage(): ReactNode {
  const say = useWords();
  const { code } = route.useParams();
  const structureId = useCurrentMembership('PUBLIC_ENTITY')?.structure.id;
  const mayRead = useViewerCan('SETTINGS_READ', structureId);
  if (structureId && mayRead)
    return <Loaded key={`${structureId} ${code}`} structureId={structureId} code={code} />;
  return (
    <>
      <PageHeader title={code} />
      <NoRight right={say('noRight')} whoCanGive={say('noRightWho')} />
    </>
  );
}

function Loaded({ structureId, code }: { readonly structureId: string; readonly code: string }): ReactNode {
  const say = useWords();
  const { data, error, refetch } = useQuery(ServiceDocument, {
    variables: { structureId, code },
    fetchPolicy: 'cache-and-network',
  });
  const settings = data?.settings;
  if (!settings)
    return error ? <Broken error={error} onRetry={() => void refetch()} /> : <PageLoading shape="detail" />;
  if (!settings.service) {
    return (
      <EmptyState
        wholePage
        title={say('goneTitle')}
        why={say('goneText')}
        firstStep={<Button href={paths.services}>{say('goBack')}</Button>}
      />
    );
  }
  return <Service settings={settings} service={settings.service} onChanged={refetch} />;
}

interface ServiceProps {
  readonly settings: ServiceQuery['settings'];
  readonly service: SettingsServiceFieldsFragment;
  readonly onChanged: () => Promise<unknown>;
}

function Service({ settings, service, onChanged }: ServiceProps): ReactNode {
  const say = useWords();
  const { structureId } = settings;
  const mayChange = useViewerCan('SETTINGS_CHANGE', structureId);
  const kept = useKeptDraft(`parvis.service.${structureId}.${service.code}`, serviceDraftOf(service));
  const saving = useSaveService(structureId, onChanged);
  const { active } = service;
  const impact = useImpact({ structureId, service: { ...serviceInput(kept.draft), active } });
  const save = async (): Promise<void> => {
    if (kept.isChanged && !saving.sending && (await saving.change(service, kept.draft))) kept.forget();
  };
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: say('back'), href: paths.services }]}
        title={service.name}
        subtitle={<code>{service.code}</code>}
        badge={<ServiceState service={service} />}
      />
      {!mayChange && (
        <div className={beside.notice}>
          <ReadOnlyNotice>{say('readOnly')}</ReadOnlyNotice>
        </div>
      )}
      <div className={beside.columns}>
        <div className={classes.left}>
          <form
            className={`pv-panel ${beside.form}`}
            aria-label={say('formTitle')}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            {saving.outcome && !saving.sending && <FormAnswer outcome={saving.outcome} />}
            <fieldset disabled={!mayChange} className={beside.fields}>
              <legend className="pv-visually-hidden">{say('formTitle')}</legend>
              <ServiceFields
                draft={kept.draft}
                onChange={kept.change}
                outcome={saving.outcome}
                entityAsks={asksForEngagement(settings.requirements)}
                isNew={false}
              />
            </fieldset>
            {mayChange && kept.isChanged && (
              <SaveBar>
                <p>
                  <ImpactLine impact={impact} />
                </p>
                <SubmitButton sending={saving.sending}>{say('save')}</SubmitButton>
                <Button variant="default" size="md" onClick={kept.forget}>
                  {say('forget')}
                </Button>
                <p className={beside.unsaved}>{say('unsaved')}</p>
              </SaveBar>
            )}
          </form>
          {mayChange && <OpenOrClose service={service} saving={saving} />}
        </div>
        <div className={beside.beside}>
          <Beside settings={settings} service={{ ...toServiceDraft(kept.draft), active }} />
          <ImpactPanel impact={impact} />
        </div>
      </div>
    </>
  );
}

/** The entry with this service in it as the form has it, first of all. */
function Beside({
  settings,
  service,
}: {
  readonly settings: ServiceQuery['settings'];
  readonly service: ReturnType<typeof directoryEntryOf>['services'][number];
}): ReactNode {
  const entry = directoryEntryOf(settings);
  const others = entry.services.filter(({ code }) => code !== service.code);
  return (
    <SupplierView
      entry={{ ...entry, services: [service, ...others] }}
      openServices={settings.openServices}
      serviceCode={service.code}
    />
  );
}
