import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { useProblemText } from '@/shared/ui/failure';
import { toast } from '@/shared/ui/toast';
import { type Conversation, conversationQuery } from './conversation';

type Pages = InfiniteData<Schemas['ConversationPage']>;

/** Calls a conversation something else, everywhere at once. */
export function useRenameConversation() {
  const queries = useQueryClient();
  const problemText = useProblemText();
  const show = (id: string, title: string) => {
    queries.setQueriesData<Pages>({ queryKey: ['conversations'] }, pages => renamed(pages, id, title));
    queries.setQueryData<Conversation>(conversationQuery(id).queryKey, before => before && { ...before, title });
  };
  return useMutation({
    mutationFn: ({ id, title }: { id: string; title: string; before: string }) =>
      unwrap(api.PATCH('/api/intelligence/conversations/{id}', { params: { path: { id } }, body: { title } })),
    onMutate: async ({ id, title }) => {
      await queries.cancelQueries({ queryKey: ['conversations'] });
      show(id, title);
    },
    onError: (failure, { id, before }) => {
      show(id, before);
      toast(problemText(failure), { tone: 'danger' });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['conversations'] }),
  });
}

/** Pages may be missing: other pages keep lists of conversations under the same key. */
function renamed(pages: Pages | undefined, id: string, title: string): Pages | undefined {
  if (!Array.isArray(pages?.pages)) return pages;
  return {
    ...pages,
    pages: pages.pages.map(page => ({
      ...page,
      items: page.items.map(item => (item.id === id ? { ...item, title } : item)),
    })),
  };
}
