import { ArrowUp, Square } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '@/shared/lib/class-names';
import { IconButton } from '@/shared/ui/button';
import { LONGEST_MESSAGE, lengthOf } from '../model/message-length';
import { sends } from '../model/sends';
import { useDraft } from '../model/use-draft';
import { useAsk } from '../stream/use-ask';
import { AskingChoices } from './asking-choices';

/** From here on it is worth counting. */
const COUNTED_FROM = LONGEST_MESSAGE - 2_000;

export interface ComposerProps {
  place: string;
  /** There while an answer is given. */
  onStop: (() => void) | undefined;
  /** Somebody came by a link to something else on the page. */
  keepFocusAway: boolean;
}

/** Where messages are written. It keeps the focus, whatever happens above it. */
export function Composer({ place, onStop, keepFocusAway }: ComposerProps) {
  const { t } = useTranslation('chat');
  const id = useId();
  const ask = useAsk(place);
  const [text, setText] = useDraft(place);
  const [note, setNote] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const length = lengthOf(text);
  const over = length - LONGEST_MESSAGE;

  useEffect(() => {
    // On touch screens the keyboard would cover what one came to read.
    if (!keepFocusAway && matchMedia('(pointer: fine)').matches) field.current?.focus();
  }, [place, keepFocusAway]);
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight}px`;
  }, [text]);

  const send = () => {
    field.current?.focus();
    if (onStop) setNote(t('composer.wait'));
    else if (!text.trim()) setNote(t('composer.nothing'));
    else if (over <= 0) {
      setNote('');
      setText('');
      ask(text.trim(), { draft: place });
    }
  };
  const count = over > 0 ? t('composer.over', { count: over }) : t('composer.left', { count: -over });
  return (
    <form
      className="grid gap-1"
      onSubmit={event => {
        event.preventDefault();
        send();
      }}
    >
      <div
        className={classNames(
          'rounded-card border bg-surface shadow-lift has-[textarea:focus-visible]:outline-[2.5px] has-[textarea:focus-visible]:outline-focus',
          over > 0 ? 'border-danger' : 'border-line-strong',
        )}
      >
        <label htmlFor={id} className="sr-only">
          {t('composer.label')}
        </label>
        <textarea
          ref={field}
          id={id}
          rows={1}
          value={text}
          placeholder={t('composer.placeholder')}
          aria-describedby={`${id}-keys ${id}-count`}
          aria-invalid={over > 0 || undefined}
          className="block max-h-[40dvh] min-h-touch w-full resize-none overflow-y-auto bg-transparent px-4 pt-3 pb-1 outline-none placeholder:text-ink-soft"
          onChange={event => {
            setText(event.target.value);
            setNote('');
          }}
          onKeyDown={event => {
            if (!sends(event)) return;
            event.preventDefault();
            send();
          }}
        />
        <div className="flex items-center gap-1 p-1.5">
          <AskingChoices />
          <span className="flex-1" />
          {onStop ? (
            <IconButton
              look="secondary"
              label={t('composer.stop')}
              className="rounded-full px-0!"
              onClick={() => {
                onStop();
                field.current?.focus();
              }}
            >
              <Square aria-hidden size={16} className="fill-current" />
            </IconButton>
          ) : (
            <IconButton type="submit" look="primary" label={t('composer.send')} className="rounded-full px-0!">
              <ArrowUp aria-hidden size={20} />
            </IconButton>
          )}
        </div>
      </div>
      <p id={`${id}-keys`} className="sr-only">
        {t('composer.keys')}
      </p>
      <p
        id={`${id}-count`}
        className={classNames('px-2 text-sm', over > 0 ? 'font-semibold text-danger' : 'text-ink-soft')}
      >
        {length >= COUNTED_FROM && count}
      </p>
      <p role="status" className="px-2 text-sm text-ink-soft empty:hidden">
        {note}
      </p>
    </form>
  );
}
