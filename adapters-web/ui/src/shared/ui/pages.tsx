import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { Failure } from './failure';

/** The end of a list that goes on: a button for its next page. */
export function NextPage<T>({ query }: { query: UseInfiniteQueryResult<InfiniteData<T>> }) {
  const { t } = useTranslation();
  if (query.isFetchNextPageError) return <Failure failure={query.error} retry={() => void query.fetchNextPage()} />;
  if (!query.hasNextPage) return null;
  return (
    <div className="flex justify-center pt-4">
      <Button look="secondary" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {t('more')}
      </Button>
    </div>
  );
}
