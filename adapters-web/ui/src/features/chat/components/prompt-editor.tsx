import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/button';
import { TextArea } from '@/shared/ui/field';
import { useDraft } from '../model/use-draft';
import { LONGEST_MESSAGE, lengthOf } from '../model/message-length';
import { sends } from '../model/sends';

export interface PromptEditorProps {
  /** Where the text is kept until it is sent. */
  draft: string;
  onSend: (text: string) => void;
  onCancel: () => void;
}

export function PromptEditor({ draft, onSend, onCancel }: PromptEditorProps) {
  const { t } = useTranslation('chat');
  const [text, setText] = useDraft(draft);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const { current } = field;
    current?.focus();
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const over = lengthOf(text) - LONGEST_MESSAGE;
  const problem = over > 0 ? t('composer.over', { count: over }) : undefined;
  const send = () => {
    if (text.trim() && over <= 0) onSend(text.trim());
    else field.current?.focus();
  };
  return (
    <form
      className="grid gap-3"
      onSubmit={event => {
        event.preventDefault();
        send();
      }}
    >
      <TextArea
        ref={field}
        label={t('edit.label')}
        hint={t('edit.hint')}
        error={problem}
        value={text}
        onChange={event => setText(event.target.value)}
        onKeyDown={event => {
          if (sends(event)) {
            event.preventDefault();
            send();
          } else if (event.key === 'Escape') {
            event.stopPropagation();
            onCancel();
          }
        }}
      />
      <div className="flex justify-end gap-3">
        <Button look="secondary" onClick={onCancel}>
          {t('cancel', { ns: 'common' })}
        </Button>
        <Button type="submit">{t('edit.send')}</Button>
      </div>
    </form>
  );
}
