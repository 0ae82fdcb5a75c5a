import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { PanelLeft, SquarePen } from 'lucide-react';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buttonLook, IconButton } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { ConversationList } from '../components/conversation-list';
import { Talk } from '../components/talk';
import { NEW } from '../stream/answers';
import { useAnswers, useScene } from '../stream/use-answers';

/** All conversations, and the one that is open. */
export function ChatPage(): ReactElement {
  const { t } = useTranslation('chat');
  const navigate = useNavigate();
  const answers = useAnswers();
  const asked = useParams({ strict: false, select: chosenConversation });
  const { becameId } = useScene(NEW);
  const [listed, setListed] = useState(false);
  const current = asked ?? becameId;
  useEffect(() => {
    if (asked !== undefined) return;
    return answers.watchNew();
  }, [answers, asked]);
  useEffect(() => {
    if (asked === undefined && becameId !== undefined) {
      void navigate({ to: '/chat/$conversationId', params: { conversationId: becameId }, replace: true });
    }
  }, [asked, becameId, navigate]);
  const close = () => setListed(false);
  return (
    <div className="relative grid h-full overflow-clip min-h-0 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] lg:grid-cols-[17rem_minmax(0,1fr)]">
      <div className="hidden min-h-0 border-e border-line lg:block">
        <ConversationList current={current} />
      </div>
      <Talk
        place={current ?? NEW}
        tools={
          <div className="flex lg:hidden">
            <IconButton label={t('list.open')} aria-expanded={listed} onClick={() => setListed(true)}>
              <PanelLeft aria-hidden size={20} />
            </IconButton>
            <Link to="/chat" aria-label={t('list.new')} title={t('list.new')} className={buttonLook('quiet', 'px-2')}>
              <SquarePen aria-hidden size={20} />
            </Link>
          </div>
        }
      />
      <Dialog open={listed} onClose={close} title={t('list.label')}>
        <div className="-mx-3 h-[65dvh]">
          <ConversationList current={current} onChoose={close} />
        </div>
      </Dialog>
    </div>
  );
}

function chosenConversation(params: { conversationId?: string }): string | undefined {
  return params.conversationId;
}
