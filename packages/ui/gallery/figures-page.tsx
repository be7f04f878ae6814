import { BarChart } from '../src/charts/bar-chart.js';
import { ColumnChart } from '../src/charts/column-chart.js';
import { ProgressStrip } from '../src/charts/progress-strip.js';
import { PageHeader } from '../src/frame/page-header.js';
import { Specimen } from './specimen.js';
import { useTold } from './told.js';

const slots = Array.from({ length: 24 }, (_, hour) => ({
  key: String(hour),
  label: `${hour} h`,
  delivered: Math.max(0, Math.round(24 * Math.sin(((hour - 5) / 15) * Math.PI))),
  waiting: hour > 21 ? 3 : 0,
  failed: hour === 14 ? 6 : 0,
}));

export function FiguresPage() {
  const told = useTold();
  return (
    <>
      <PageHeader title={told('Chiffres', 'Figures')} />
      <Specimen name="ProgressStrip">
        <ProgressStrip
          title={told('Livraisons des dernières 24 heures', 'Deliveries of the last 24 hours')}
          slots={slots}
        />
      </Specimen>
      <Specimen name="ColumnChart">
        <ColumnChart
          title={told('Délai de livraison', 'Delay of delivery')}
          labelHead={told('Heure', 'Hour')}
          series={[
            { key: 'median', label: told('Médiane', 'Median'), tone: 'info' },
            { key: 'p95', label: told('Une sur vingt dépasse', 'One in twenty exceeds'), tone: 'neutral' },
          ]}
          columns={slots.map(({ key, label, delivered, failed }) => ({
            key,
            label,
            values: delivered === 0 ? [null, null] : [delivered / 4, delivered / 3 + failed],
          }))}
          format={(value) => `${Math.round(value)} s`}
        />
      </Specimen>
      <Specimen name="BarChart">
        <BarChart
          title={told('Factures reçues par service, 90 jours', 'Invoices received by service, 90 days')}
          labelHead={told('Service', 'Service')}
          valueHead={told('Factures', 'Invoices')}
          bars={[
            { key: 'a', label: 'Pharmacie', value: 143 },
            { key: 'b', label: 'Restauration', value: 98 },
            { key: 'c', label: 'Travaux', value: 41 },
            { key: 'd', label: told('En retard', 'Late'), value: 12, tone: 'danger' },
          ]}
        />
      </Specimen>
    </>
  );
}
