import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { Button } from '@/shared/ui/button';
import { TextArea } from '@/shared/ui/field';
import { Failure, useProblemText } from '@/shared/ui/failure';

const LONGEST = 8_000;

export interface MemoryFormProps {
  before?: string;
  submit: string;
  hint?: string;
  /** Further fields. */
  children?: ReactNode;
  /** Rejects with what the server says; what was typed stays then. */
  onSubmit: (content: string) => Promise<unknown>;
  onCancel: () => void;
}

export function MemoryForm({ before = '', submit, hint, children, onSubmit, onCancel }: MemoryFormProps) {
  const { t } = useTranslation(['memory', 'common']);
  const problemText = useProblemText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [content, setContent] = useState(before);
  const [wrong, setWrong] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const refuse = (reason: string) => {
    setWrong(reason);
    field.current?.focus();
  };

  const send = async () => {
    const text = content.trim();
    const over = Array.from(text).length - LONGEST;
    setFailure(undefined);
    setWrong(undefined);
    if (!text) return refuse(t('form.missing'));
    if (over > 0) return refuse(t('form.tooLong', { count: over }));
    setBusy(true);
    try {
      await onSubmit(text);
    } catch (reason) {
      const problem = asProblem(reason);
      if (problem.fields.some(({ field: name }) => name === 'content')) refuse(problemText(problem));
      else setFailure(problem);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={event => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <TextArea
        ref={field}
        label={t('form.content')}
        hint={hint}
        error={wrong}
        rows={5}
        value={content}
        onChange={event => setContent(event.target.value)}
      />
      {children}
      {failure !== undefined && <Failure failure={failure} />}
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" busy={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
