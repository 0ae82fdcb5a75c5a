import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { MessageCircle, Sprout } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { conversationsQuery } from '@/shared/data/conversations';
import { useSettled } from '@/shared/lib/use-settled';
import { memorySearchQuery } from '../api/memory-search';
import type { ChoiceGroup } from './choices';

const CONVERSATIONS_AT_MOST = 6;
/** What a memory is known by; the rest is on its page. */
const LONGEST_LABEL = 120;

export interface Findings {
  groups: ChoiceGroup[];
  searching: boolean;
  failed: boolean;
}

/** Conversations and memories, as the server finds them. */
export function useFindings(search: string): Findings {
  const { t } = useTranslation('palette');
  const navigate = useNavigate();
  const wanted = search.trim();
  const q = useSettled(wanted);
  const conversations = useInfiniteQuery({ ...conversationsQuery(q), enabled: q !== '' });
  const memories = useQuery({ ...memorySearchQuery(q), enabled: q !== '' });
  if (wanted === '') return { groups: [], searching: false, failed: false };
  const current = wanted === q;
  const groups = [
    {
      value: t('conversations'),
      items: (conversations.data?.pages[0]?.items ?? []).slice(0, CONVERSATIONS_AT_MOST).map(({ id, title }) => ({
        id,
        label: title,
        icon: MessageCircle,
        choose: () => void navigate({ to: '/chat/$conversationId', params: { conversationId: id } }),
      })),
    },
    {
      value: t('memories'),
      items: (memories.data?.results ?? []).map(({ id, content }) => ({
        id,
        label: content.slice(0, LONGEST_LABEL),
        icon: Sprout,
        choose: () => void navigate({ to: '/memory/$memoryId', params: { memoryId: id } }),
      })),
    },
  ];
  return {
    groups: current ? groups : [],
    searching: !current || conversations.isFetching || memories.isFetching,
    failed: conversations.isError || memories.isError,
  };
}
