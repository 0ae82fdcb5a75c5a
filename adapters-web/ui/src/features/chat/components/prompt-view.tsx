import { Pencil } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/shared/ui/button';
import { CopyButton } from '@/shared/ui/copy-button';
import { PromptEditor } from './prompt-editor';

export interface PromptViewProps {
  prompt: string;
  /** Where an edited text is kept. */
  draft: string;
  editing: boolean;
  /** Left out where it can't be edited. */
  onEdit: (() => void) | undefined;
  onCancel: () => void;
  onSend: (text: string) => void;
}

/** What somebody asked, as they wrote it: no Markdown, nothing that runs. */
export function PromptView({ prompt, draft, editing, onEdit, onCancel, onSend }: PromptViewProps) {
  const { t } = useTranslation('chat');
  const pencil = useRef<HTMLButtonElement>(null);
  if (editing) {
    return (
      <PromptEditor
        draft={draft}
        onSend={onSend}
        onCancel={() => {
          onCancel();
          // The button is there again with the next frame.
          requestAnimationFrame(() => pencil.current?.focus());
        }}
      />
    );
  }
  return (
    <div className="group flex flex-col items-end">
      <p className="max-w-[min(42rem,92%)] rounded-card rounded-ee-md bg-accent-soft px-4 py-2.5 whitespace-pre-wrap">
        {prompt}
      </p>
      <div className="flex text-ink-soft">
        <CopyButton text={prompt} label={t('actions.copyPrompt')} />
        {onEdit && (
          <IconButton ref={pencil} label={t('actions.edit')} onClick={onEdit}>
            <Pencil aria-hidden size={17} />
          </IconButton>
        )}
      </div>
    </div>
  );
}
