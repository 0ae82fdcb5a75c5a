import { download } from '@/shared/api/download';

const ENDINGS = { markdown: 'md', json: 'json' } as const;

/** Saves a conversation as a file that is called like it. */
export function exportConversation(id: string, title: string, format: keyof typeof ENDINGS): Promise<void> {
  const name = title.replace(/[^\p{L}\p{N} _-]+/gu, '').trim() || 'conversation';
  return download(
    `/api/intelligence/conversations/${encodeURIComponent(id)}/export?format=${format}`,
    `${name.slice(0, 80)}.${ENDINGS[format]}`,
  );
}
