import type { Column } from '@parvis/ui/table/column';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { SettingsServiceFieldsFragment } from '../../gql/graphql.js';
import { ServiceState } from './service-state.js';
import { useWords } from './words.js';

type Service = SettingsServiceFieldsFragment;

/** What tells services apart, in words. */
export const useServiceColumns = (entityAsks: boolean): readonly Column<Service>[] => {
  const say = useWords();
  const { day } = useDisplay();
  const validity = ({ validFrom, validUntil }: Service): string =>
    [validFrom && say('from', { day: day(validFrom) }), validUntil && say('until', { day: day(validUntil) })]
      .filter(Boolean)
      .join(', ');
  const engagement = ({ engagementNumberRequired }: Service): string => {
    if (typeof engagementNumberRequired === 'boolean')
      return say(engagementNumberRequired ? 'demand_required' : 'demand_optional');
    return say('demand_asEntityIs', { is: say(entityAsks ? 'isRequired' : 'isOptional') });
  };
  return [
    {
      key: 'code',
      header: say('code'),
      cell: ({ code }) => <code>{code}</code>,
      cardRole: 'detail',
      nowrap: true,
    },
    { key: 'name', header: say('name'), cell: ({ name }) => name, cardRole: 'title' },
    { key: 'engagement', header: say('engagement'), cell: engagement, cardRole: 'detail' },
    { key: 'validity', header: say('validity'), cell: validity, cardRole: 'hidden' },
    {
      key: 'state',
      header: say('state'),
      cell: (service) => <ServiceState service={service} />,
      cardRole: 'status',
    },
  ];
};
