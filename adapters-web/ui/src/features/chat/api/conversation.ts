import { queryOptions } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';

export type Conversation = Schemas['Conversation'];
export type Turn = Schemas['Turn'];
export type MemoryUsed = Schemas['MemoryUsed'];

export function conversationQuery(id: string) {
  return queryOptions({
    queryKey: ['conversation', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/intelligence/conversations/{id}', { params: { path: { id } }, signal })),
  });
}
