import { Menu } from '@parvis/ui/menu/menu';
import { useLanguage } from '@parvis/web-kit/words/i18n';
import { IconChevronDown, IconFileDownload, IconFileUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { paths } from '../paths.js';
import classes from './exchange-menu.module.css';
import { type ExchangeKind, exportAddress } from './table-address.js';
import { useWords } from './words.js';

interface ExchangeMenuProps {
  readonly kind: ExchangeKind;
  readonly structureId: string;
  /** Reading is enough to export. */
  readonly mayImport: boolean;
}

/** A list as a file, both ways. */
export function ExchangeMenu({ kind, structureId, mayImport }: ExchangeMenuProps): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const down = <IconFileDownload size={18} stroke={1.6} aria-hidden />;
  return (
    <Menu
      buttonClassName={classes.button}
      entries={[
        ...(mayImport
          ? [
              {
                key: 'import',
                label: say('import'),
                icon: <IconFileUpload size={18} stroke={1.6} aria-hidden />,
                href: paths.import(kind),
              },
            ]
          : []),
        {
          key: 'csv',
          label: say('exportCsv'),
          icon: down,
          href: exportAddress(kind, 'csv', structureId, language),
        },
        {
          key: 'xlsx',
          label: say('exportXlsx'),
          icon: down,
          href: exportAddress(kind, 'xlsx', structureId, language),
        },
      ]}
    >
      {say('exchange')}
      <IconChevronDown size={16} stroke={1.8} aria-hidden />
    </Menu>
  );
}
