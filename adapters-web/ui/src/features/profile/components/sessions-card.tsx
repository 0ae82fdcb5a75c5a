import { useQuery } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/shared/lib/format';
import { Badge } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { useProblemText } from '@/shared/ui/failure';
import { QueryView } from '@/shared/ui/query-view';
import { toast } from '@/shared/ui/toast';
import { useEndSession } from '../api/end-session';
import { type OpenSession, sessionsQuery } from '../api/sessions';
import { deviceOf } from '../device';

/** Where the member is logged in, the session of this page first. */
export function SessionsCard() {
  const { t } = useTranslation('profile');
  const problemText = useProblemText();
  const ending = useEndSession();
  const list = useRef<HTMLUListElement>(null);
  const end = (id: string) => {
    // The button that had the focus goes with its session.
    list.current?.focus();
    void ending.mutateAsync(id).then(
      () => toast(t('sessions.ended')),
      (failure: unknown) => toast(problemText(failure), { tone: 'danger' }),
    );
  };
  return (
    <Card>
      <CardTitle>{t('sessions.title')}</CardTitle>
      <QueryView query={useQuery(sessionsQuery)}>
        {({ items }) => (
          <>
            <ul ref={list} tabIndex={-1} className="divide-y divide-line">
              {items
                .toSorted((a, b) => Number(b.current) - Number(a.current) || b.lastUsedAt.localeCompare(a.lastUsedAt))
                .map(session => (
                  <Session key={session.id} session={session} onEnd={() => end(session.id)} />
                ))}
            </ul>
            {items.length === 1 && <p className="mt-2 text-ink-soft">{t('sessions.alone')}</p>}
          </>
        )}
      </QueryView>
    </Card>
  );
}

function Session({ session, onEnd }: { session: OpenSession; onEnd: () => void }) {
  const { t } = useTranslation('profile');
  const format = useFormats();
  const { browser, system } = deviceOf(session.userAgent);
  const device =
    browser && system ? t('sessions.on', { browser, system }) : (browser ?? system ?? t('sessions.unknown'));
  const used = format.ago(session.lastUsedAt);
  return (
    <li className="flex items-center gap-3 py-3">
      <MonitorSmartphone aria-hidden size={22} className="shrink-0 text-ink-soft max-[26rem]:hidden" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
          {device}
          {session.current && <Badge tone="good">{t('sessions.current')}</Badge>}
        </p>
        <p className="text-sm text-ink-soft">{t('sessions.used', { when: used })}</p>
        <p className="text-sm text-ink-soft">{t('sessions.since', { when: format.ago(session.createdAt) })}</p>
      </div>
      {!session.current && (
        <Button look="secondary" aria-label={t('sessions.endNamed', { device, when: used })} onClick={onEnd}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
