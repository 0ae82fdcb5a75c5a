import { Link } from '@tanstack/react-router';
import { Braces, FileText, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
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
  const { id, title } = conversation;
  if (renaming) {
    return (
      <TitleField
        title={title}
        onDone={next => {
          setRenaming(false);
          requestAnimationFrame(() => actions.current?.focus());
          if (next && next !== title) rename.mutate({ id, title: next, before: title });
        }}
      />
    );
  }
  const save = (format: 'markdown' | 'json') =>
    void exportConversation(id, title, format).catch((failure: unknown) =>
      toast(problemText(failure), { tone: 'danger' }),
    );
  return (
    <div className={classNames('flex items-center rounded-control', current ? 'bg-accent-soft' : 'hover:bg-sunken')}>
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
      <Menu
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

/** @param onDone with the new title, or nothing when it is to stay */
function TitleField({ title, onDone }: { title: string; onDone: (title?: string) => void }) {
  const { t } = useTranslation('chat');
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const finish = (next?: string) => {
    // Leaving the field happens again when it goes away.
    if (done.current) return;
    done.current = true;
    onDone(next);
  };
  useEffect(() => {
    // The menu that it was chosen in gives the focus back first.
    const frame = requestAnimationFrame(() => field.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <form
      onSubmit={event => {
        event.preventDefault();
        finish(field.current?.value.trim());
      }}
    >
      <input
        ref={field}
        aria-label={t('list.renameLabel')}
        defaultValue={title}
        maxLength={LONGEST_TITLE}
        autoComplete="off"
        className="min-h-touch w-full rounded-control border border-line-strong bg-surface px-3"
        onBlur={() => finish(field.current?.value.trim())}
        onKeyDown={event => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          finish();
        }}
      />
    </form>
  );
}
