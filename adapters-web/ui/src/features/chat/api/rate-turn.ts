import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Schemas, unwrap } from '@/shared/api/client';
import { useProblemText } from '@/shared/ui/failure';
import { toast } from '@/shared/ui/toast';
import { changeTurn } from '../stream/cached-turns';
import type { Turn } from './conversation';

/** Says what somebody thinks of an answer; shown at once, and taken back when the server could not be told. */
export function useRateTurn(conversationId: string, turn: Turn) {
  const queries = useQueryClient();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: (rating: Schemas['TurnRating']) =>
      unwrap(
        api.PUT('/api/intelligence/turns/{turnId}/rating', {
          params: { path: { turnId: turn.turnId } },
          body: rating,
        }),
      ),
    onMutate: ({ rating, comment }) =>
      changeTurn(queries, conversationId, turn.turnId, { rating, ratingComment: comment ?? null }),
    onError: failure => {
      changeTurn(queries, conversationId, turn.turnId, {
        rating: turn.rating ?? null,
        ratingComment: turn.ratingComment ?? null,
      });
      toast(problemText(failure), { tone: 'danger' });
    },
  });
}
