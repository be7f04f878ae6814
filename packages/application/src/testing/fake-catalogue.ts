import { say } from '@parvis/domain/display/language';
import { accept, refuse } from '@parvis/domain/result/result';
import type { Unavailable } from '../accounting/accounting-connector.js';
import type {
  ConnectionSettings,
  ConnectorCatalogue,
  OfferedField,
  OfferedKind,
  SettingsFault,
  StepFound,
} from '../accounting/connector-catalogue.js';

const field = (name: string, type: OfferedField['type'], required: boolean): OfferedField => ({
  name,
  type,
  required,
  label: say(name, name),
});

const reach = {
  key: 'reach',
  title: say('Adresse', 'Address'),
  help: say('Demandez-la à votre informatique.', 'Ask your IT for it.'),
  hasTest: true,
  fields: [field('url', 'url', true), field('password', 'secret', true), field('key', 'secret', false)],
};

const mapping = { ...reach, key: 'mapping', hasTest: false, fields: [field('journal', 'text', false)] };

const kind = (system: string): OfferedKind => ({
  system,
  label: system,
  description: say('Pour essayer.', 'To try.'),
  capabilities: { attachments: true, reasons: true, paymentSteps: false, uniqueInTarget: false },
  steps: [reach, mapping],
  statusWords: [],
});

/** Two kinds that ask for an address and a password, and remember what they were tried with. */
export class FakeCatalogue implements ConnectorCatalogue {
  readonly kinds = [kind('simulator'), kind('tryton')];
  readonly tried: ConnectionSettings[] = [];
  found: StepFound | Unavailable | 'throws' = { points: [] };

  constructor(private readonly isWorkOpen: () => boolean) {}

  faultsOf(_system: string, settings: ConnectionSettings): readonly SettingsFault[] {
    return ['url', 'password']
      .filter((name) => settings[name] === undefined)
      .map((name) => ({ field: name, code: 'missing', message: say('À remplir.', 'To be filled in.') }));
  }

  async tryStep(asked: { readonly system: string }, settings: ConnectionSettings) {
    if (this.isWorkOpen()) throw new Error('an accounting system was called inside a unit of work');
    this.tried.push(settings);
    const faults = this.faultsOf(asked.system, settings);
    if (faults.length > 0) return refuse(faults);
    if (this.found === 'throws') throw new Error('connection reset');
    return accept(this.found);
  }
}
