import { SectionTabs } from '@parvis/ui/frame/section-tabs';
import { useCurrentMembership } from '@parvis/web-kit/session/current-structure';
import { useViewerCan } from '@parvis/web-kit/session/viewer-can';
import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../paths.js';
import { useWords } from './words.js';

/** The pages of the section « Annuaire et réglages », as far as the viewer may read them. */
export function SettingsTabs(): ReactNode {
  const say = useWords();
  const structureId = useCurrentMembership('PUBLIC_ENTITY')?.structure.id;
  const readsSettings = useViewerCan('SETTINGS_READ', structureId);
  const readsEngagements = useViewerCan('ENGAGEMENT_READ', structureId);
  const path = useRouterState({ select: ({ location }) => location.publicHref.replace(/[?#].*$/, '') });
  const isUnder = (href: string): boolean => path === href || path.startsWith(`${href}/`);
  const tabs = [
    { href: paths.directory, label: say('tabSettings'), current: path === paths.directory },
    ...(readsSettings
      ? [{ href: paths.services, label: say('tabServices'), current: isUnder(paths.services) }]
      : []),
    ...(readsEngagements
      ? [{ href: paths.engagements, label: say('tabEngagements'), current: isUnder(paths.engagements) }]
      : []),
    ...(readsSettings
      ? [{ href: paths.settingsHistory, label: say('tabHistory'), current: path === paths.settingsHistory }]
      : []),
  ];
  return <SectionTabs label={say('tabs')} tabs={tabs} />;
}
