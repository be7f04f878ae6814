import {
  IconChartBar,
  IconFileDescription,
  IconForms,
  IconHourglass,
  IconLayout,
  IconListDetails,
  IconTimeline,
} from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import { AppFrame } from '../src/frame/app-frame.js';
import { HeaderSearch } from '../src/frame/header-search.js';
import type { NavigationEntry } from '../src/frame/navigation.js';
import { OrganisationSwitch } from '../src/frame/organisation-switch.js';
import type { UiLanguage } from '../src/language/words.js';
import { UiProvider } from '../src/provider/ui-provider.js';
import { DocumentsPage } from './documents-page.js';
import { FiguresPage } from './figures-page.js';
import { FollowPage } from './follow-page.js';
import { FormsPage } from './forms-page.js';
import { FoundationsPage } from './foundations-page.js';
import { ListPage } from './list-page.js';
import { StatesPage } from './states-page.js';
import { useTold } from './told.js';

interface GalleryPage {
  readonly key: string;
  readonly words: readonly [string, string];
  readonly icon: NavigationEntry['icon'];
  readonly count?: number;
  readonly page: ComponentType;
}

const pages: readonly GalleryPage[] = [
  { key: 'foundations', words: ['Fondations', 'Foundations'], icon: IconLayout, page: FoundationsPage },
  { key: 'list', words: ['Listes', 'Lists'], icon: IconListDetails, count: 12, page: ListPage },
  { key: 'follow', words: ['Suivi', 'Follow-up'], icon: IconTimeline, count: 3, page: FollowPage },
  { key: 'documents', words: ['Documents', 'Documents'], icon: IconFileDescription, page: DocumentsPage },
  { key: 'forms', words: ['Formulaires', 'Forms'], icon: IconForms, page: FormsPage },
  { key: 'states', words: ['États', 'States'], icon: IconHourglass, page: StatesPage },
  { key: 'figures', words: ['Chiffres', 'Figures'], icon: IconChartBar, page: FiguresPage },
];

/** The gallery, at the page, language and theme of its address: `?page=forms&lang=en&theme=dark`. */
export function Gallery({ address }: { readonly address: URL }) {
  const [language, setLanguage] = useState<UiLanguage>(
    address.searchParams.get('lang') === 'en' ? 'en' : 'fr',
  );
  const theme = address.searchParams.get('theme');
  return (
    <UiProvider
      language={language}
      forceColorScheme={theme === 'dark' || theme === 'light' ? theme : undefined}
    >
      <GalleryFrame
        current={address.searchParams.get('page') ?? 'foundations'}
        theme={theme}
        language={language}
        onLanguageChange={setLanguage}
      />
    </UiProvider>
  );
}

interface GalleryFrameProps {
  readonly current: string;
  readonly theme: string | null;
  readonly language: UiLanguage;
  readonly onLanguageChange: (language: UiLanguage) => void;
}

function GalleryFrame({ current, theme, language, onLanguageChange }: GalleryFrameProps) {
  const told = useTold();
  const [organisation, setOrganisation] = useState('hospital');
  const shown = pages.find(({ key }) => key === current) ?? pages[0];
  const hrefOf = (key: string) => `?page=${key}&lang=${language}${theme ? `&theme=${theme}` : ''}`;
  const entries = pages.map(({ key, words, icon, count }) => ({
    key,
    label: told(...words),
    href: hrefOf(key),
    icon,
    count,
    countLabel: count ? told(`${count} à regarder`, `${count} to look at`) : undefined,
    current: key === shown?.key,
  }));
  return (
    <AppFrame
      product="Parvis"
      area={told('Galerie', 'Gallery')}
      homeHref={hrefOf('foundations')}
      environment={{
        label: told('Démonstration', 'Demonstration'),
        explanation: told('Rien de ce que vous faites ici n’est transmis.', 'Nothing you do here is sent.'),
      }}
      navigation={entries}
      pageKey={current}
      onLanguageChange={onLanguageChange}
      organisation={
        <OrganisationSwitch
          currentId={organisation}
          onChange={setOrganisation}
          organisations={[
            { id: 'hospital', name: 'Centre hospitalier de Valmont', detail: '000 002 105 00013' },
            { id: 'town', name: 'Commune de Saint-Aubin-des-Prés', detail: '000 003 202 00017' },
          ]}
        />
      }
      search={
        <HeaderSearch label={told('Facture, SIRET, montant', 'Invoice, SIRET, amount')} onSearch={() => {}} />
      }
      account={{
        name: 'Claire Vasseur',
        detail: told('Agent financier', 'Finance agent'),
        onSignOut: () => {},
      }}
      footer={told(
        'Galerie des composants de Parvis. Données inventées.',
        'Gallery of Parvis components. Invented data.',
      )}
    >
      {shown && <shown.page />}
    </AppFrame>
  );
}
