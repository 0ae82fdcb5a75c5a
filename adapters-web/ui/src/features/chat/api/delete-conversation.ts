import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '@/shared/api/client';
import { useAnswers } from '../stream/use-answers';
import { type Conversation, conversationQuery } from './conversation';

/** @param onGone leaves the conversation before it is forgotten here, too */
export function useDeleteConversation(onGone: (id: string) => Promise<void>) {
  const queries = useQueryClient();
  const answers = useAnswers();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(api.DELETE('/api/intelligence/conversations/{id}', { params: { path: { id } } })),
    onSuccess: async (_, id) => {
      await onGone(id);
      const { queryKey } = conversationQuery(id);
      const turns = queries.getQueryData<Conversation>(queryKey)?.turns ?? [];
      answers.forget(
        id,
        turns.map(turn => turn.turnId),
      );
      queries.removeQueries({ queryKey });
      await queries.invalidateQueries({ queryKey: ['conversations'] });
    },
  });
}
