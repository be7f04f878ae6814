import { departmentNames, departmentNumbers } from '@parvis/domain/directory/departments';
import { Button } from '@parvis/ui/acts/button';
import { FilterBar } from '@parvis/ui/filters/filter-bar';
import { FilterSearch } from '@parvis/ui/filters/filter-search';
import { SelectField } from '@parvis/ui/form/select-field';
import { PageHeader } from '@parvis/ui/frame/page-header';
import { Link } from '@parvis/ui/link/link';
import { EmptyState } from '@parvis/ui/states/empty-state';
import { DataTable } from '@parvis/ui/table/data-table';
import { Broken } from '@parvis/web-kit/errors/broken';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { paths } from '../../paths.js';
import { useTypedSearch } from '../../typing/use-typed-search.js';
import classes from './directory.module.css';
import { useDirectoryColumns } from './directory-columns.js';
import { type DirectoryFilters, entityTypes, isAsked, readFilters } from './directory-filters.js';
import { type FoundRow, useDirectory } from './use-directory.js';
import { useWords } from './words.js';

const route = getRouteApi('/open/annuaire');

const departments = departmentNumbers.map((number) => ({
  value: number,
  label: `${number} · ${departmentNames[number] ?? ''}`,
}));

/** Who can be invoiced and what their invoice must carry, for everyone. */
export function DirectoryPage(): ReactNode {
  const say = useWords();
  const filters = readFilters(route.useSearch());
  const navigate = route.useNavigate();
  const show = (change: Record<keyof DirectoryFilters, string | undefined>) =>
    void navigate({ search: readFilters(change), replace: true });
  const { q, departement, type } = filters;
  const [typed, setTyped] = useTypedSearch(q ?? '', (text) => show({ departement, type, q: text }));
  return (
    <>
      <PageHeader title={say('title')} subtitle={say('intro')} />
      <div className={classes.mainSearch}>
        <FilterSearch label={say('search')} value={typed} onChange={setTyped} />
      </div>
      <FilterBar
        label={say('types')}
        choices={(['all', ...entityTypes] as const).map((key) => ({ key, label: say(`type_${key}`) }))}
        current={type ?? 'all'}
        onChange={(chosen) => show({ q, departement, type: chosen })}
      >
        <div className={classes.department}>
          <SelectField
            id="department"
            label={say('department')}
            labelHidden
            value={departement ?? ''}
            prompt={say('everywhere')}
            choices={departments}
            onChange={(chosen) => show({ q, type, departement: chosen })}
          />
        </div>
      </FilterBar>
      {isAsked(filters) ? <Found filters={filters} /> : <Start />}
      <p className={classes.download}>
        {say('wholeText')} <Link href={paths.directoryFiles}>{say('wholeLink')}</Link>
      </p>
    </>
  );
}

function Found({ filters }: { readonly filters: DirectoryFilters }): ReactNode {
  const say = useWords();
  const list = useDirectory(filters);
  const need = filters.q ?? '';
  const hrefOf = ({ node, foundBy }: FoundRow): string =>
    paths.directoryEntryFor(node.siret, foundBy === 'NEED' ? need : '');
  return (
    <>
      {list.hasMoreThanTotal && <p className={classes.about}>{say('tooMany')}</p>}
      <DataTable
        caption={say('title')}
        columns={useDirectoryColumns()}
        rows={list.rows}
        rowKey={({ node }) => node.siret}
        rowLabel={({ node }) => `${node.name}, ${node.town}`}
        rowHref={hrefOf}
        loading={list.loading}
        loadingMore={list.loadingMore}
        onLoadMore={list.loadMore}
        total={list.total}
        moreThanTotal={list.hasMoreThanTotal}
        broken={list.error && <Broken error={list.error} onRetry={list.retry} />}
        empty={<EmptyState title={say('noMatchTitle')} why={say('noMatchText')} firstStep={<Clear />} />}
      />
    </>
  );
}

function Clear(): ReactNode {
  const say = useWords();
  return (
    <Button href={paths.directory} variant="default">
      {say('clear')}
    </Button>
  );
}

function Start(): ReactNode {
  const say = useWords();
  return (
    <EmptyState
      icon={<IconSearch size={24} stroke={1.6} />}
      title={say('startTitle')}
      why={say('startText')}
    />
  );
}
