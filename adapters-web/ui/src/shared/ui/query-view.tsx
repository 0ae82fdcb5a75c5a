import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem } from '@/shared/api/problem';
import { Failure } from './failure';
import { NotAllowed } from './not-allowed';
import { Loading } from './skeleton';

export interface QueryViewProps<T> {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isPending' | 'refetch'>;
  /** The shape of what is to come; some grey lines when left out. */
  loading?: ReactNode;
  /** What stands there when the answer holds nothing. */
  empty?: ReactNode;
  isEmpty?: (data: T) => boolean;
  children: (data: T) => ReactNode;
}

/** The states that everything asked from the server has: loading, failed, not allowed, empty, there. */
export function QueryView<T>({ query, loading, empty, isEmpty, children }: QueryViewProps<T>) {
  if (query.data !== undefined) {
    if (empty !== undefined && isEmpty?.(query.data)) return empty;
    return children(query.data);
  }
  if (query.error) {
    if (asProblem(query.error).code === 'forbidden') return <NotAllowed />;
    return <Failure failure={query.error} retry={() => void query.refetch()} />;
  }
  return loading ?? <Loading />;
}
