import { Link } from '@tanstack/react-router';
import { Braces, FileText, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationSummary } from '@/shared/data/conversations';
import { classNames } from '@/shared/lib/class-names';
import { IconButton } from '@/shared/ui/button';
import { useProblemText } from '@/shared/ui/failure';
import { Menu, MenuItem, MenuLine } from '@/shared/ui/menu';
import { toast } from '@/shared/ui/toast';
import { exportConversation } from '../api/export-conversation';
import { useRenameConversation } from '../api/rename-conversation';

const LONGEST_TITLE = 200;

export interface ConversationRowProps {
  conversation: ConversationSummary;
  current: boolean;
  onChoose: (() => void) | undefined;
  onDelete: () => void;
}

export function ConversationRow({ conversation, current, onChoose, onDelete }: ConversationRowProps) {
  const { t } = useTranslation('chat');
  const problemText = useProblemText();
  const rename = useRenameConversation();
  const [renaming, setRenaming] = useState(false);
  const actions = useRef<HTMLButtonElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { id, title } = conversation;
  const save = (format: 'markdown' | 'json') =>
    void exportConversation(id, title, format).catch((failure: unknown) =>
      toast(problemText(failure), { tone: 'danger' }),
    );
  return (
    <div className={classNames('flex items-center rounded-control', current ? 'bg-accent-soft' : 'hover:bg-sunken')}>
      {renaming ? (
        <TitleField
          ref={field}
          title={title}
          onDone={next => {
            setRenaming(false);
            if (next && next !== title) rename.mutate({ id, title: next, before: title });
          }}
          onKeyed={() => actions.current?.focus()}
        />
      ) : (
        <Link
          to="/chat/$conversationId"
          params={{ conversationId: id }}
          aria-current={current ? 'page' : undefined}
          onClick={onChoose}
          className={classNames(
            'flex min-h-touch min-w-0 flex-1 items-center rounded-control ps-3',
            current && 'font-semibold text-accent-strong',
          )}
        >
          <span className="truncate">{title}</span>
        </Link>
      )}
      <Menu
        focusAfter={() => field.current}
        trigger={
          <IconButton ref={actions} label={t('list.actions', { title })} className="px-0! text-ink-soft">
            <MoreHorizontal aria-hidden size={18} />
          </IconButton>
        }
      >
        <MenuItem onSelect={() => setRenaming(true)}>
          <Pencil aria-hidden size={18} />
          {t('list.rename')}
        </MenuItem>
        <MenuItem onSelect={() => save('markdown')}>
          <FileText aria-hidden size={18} />
          {t('list.exportMarkdown')}
        </MenuItem>
        <MenuItem onSelect={() => save('json')}>
          <Braces aria-hidden size={18} />
          {t('list.exportJson')}
        </MenuItem>
        <MenuLine />
        <MenuItem danger onSelect={onDelete}>
          <Trash2 aria-hidden size={18} />
          {t('list.delete')}
        </MenuItem>
      </Menu>
    </div>
  );
}

interface TitleFieldProps {
  title: string;
  ref: RefObject<HTMLInputElement | null>;
  /** Told the new title, or nothing when it is to stay. */
  onDone: (title?: string) => void;
  /** It was ended by a key, so the focus needs another place. */
  onKeyed: () => void;
}

function TitleField({ title, ref, onDone, onKeyed }: TitleFieldProps) {
  const { t } = useTranslation('chat');
  const [value, setValue] = useState(title);
  const dropped = useRef(false);
  return (
    <form
      className="min-w-0 flex-1"
      onSubmit={event => {
        event.preventDefault();
        // The field is left by that, which is what saves.
        onKeyed();
      }}
    >
      <input
        ref={ref}
        aria-label={t('list.renameLabel')}
        value={value}
        maxLength={LONGEST_TITLE}
        autoComplete="off"
        className="min-h-touch w-full rounded-control border border-line-strong bg-surface px-3"
        onChange={event => setValue(event.target.value)}
        onFocus={event => event.target.select()}
        onBlur={() => onDone(dropped.current ? undefined : value.trim())}
        onKeyDown={event => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          dropped.current = true;
          onKeyed();
        }}
      />
    </form>
  );
}
