import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';
import { QueryView } from '@/shared/ui/query-view';
import { givenPromptQuery } from '../api/given-prompt';

export interface GivenPromptProps {
  conversationId: string;
  turnId: string;
  unmask: boolean;
}

/** What the model was given for a turn; fetched when asked for, as every look is noted. */
export function GivenPrompt(props: GivenPromptProps) {
  const { t } = useTranslation('support');
  const [shown, setShown] = useState(false);
  return shown ? (
    <Messages {...props} />
  ) : (
    <Button look="secondary" onClick={() => setShown(true)}>
      {t('prompt.show')}
    </Button>
  );
}

function Messages({ conversationId, turnId, unmask }: GivenPromptProps) {
  const { t } = useTranslation('support');
  const prompt = useQuery(givenPromptQuery(conversationId, turnId, unmask));
  return (
    <QueryView query={prompt}>
      {data => (
        <div className="grid gap-3">
          <p className="text-ink-soft">
            {t('prompt.model', { model: data.model })} {t('prompt.memories', { count: data.memoriesUsed.length })}
          </p>
          {!data.complete && <Notice tone="warn">{t('prompt.incomplete')}</Notice>}
          <ol className="grid gap-2">
            {data.messages.map((message, place) => (
              <li key={place} className="rounded-control bg-sunken p-3">
                <p className="text-sm text-ink-soft">{message.role}</p>
                <p className="whitespace-pre-wrap">{message.text}</p>
              </li>
            ))}
          </ol>
        </div>
      )}
    </QueryView>
  );
}
