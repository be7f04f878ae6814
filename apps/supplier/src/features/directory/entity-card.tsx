import { CopyText } from '@parvis/ui/display/copy-text';
import { StatusChip } from '@parvis/ui/display/status-chip';
import { useDisplay } from '@parvis/web-kit/display/use-display';
import type { ReactNode } from 'react';
import type { FoundEntityFragment } from '../../gql/graphql.js';
import classes from './directory.module.css';
import { ServiceTable } from './service-table.js';
import { useWords } from './words.js';

/** One public entity: what an invoice to it must carry comes first. */
export function EntityCard({ entry }: { readonly entry: FoundEntityFragment }): ReactNode {
  const say = useWords();
  const { siret } = useDisplay();
  const { name, kind, town, active, requirementSentence, paymentTermDays, reportsPayment } = entry;
  const services = entry.services.filter((service) => service.active);
  return (
    <li className={`pv-panel ${classes.entry}`}>
      <div>
        <h2 className={classes.name}>
          {name} {!active && <StatusChip tone="warning">{say('inactive')}</StatusChip>}
        </h2>
        <p className={classes.about}>
          {say(`kind_${kind}`)}, {town}
          {' · '}
          {say('siret')} <CopyText value={entry.siret} shown={siret(entry.siret)} label={say('siret')} />
        </p>
      </div>
      <p className={classes.requirement}>{requirementSentence}</p>
      <p className={classes.about}>
        {say('terms', { count: paymentTermDays })}. {!reportsPayment && say('noPaymentReport')}
      </p>
      {services.length > 0 ? (
        <ServiceTable services={services} />
      ) : (
        <p className={classes.about}>{say('noServices')}</p>
      )}
    </li>
  );
}
