import { Eye } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMember } from '@/shared/session';
import { Button } from '@/shared/ui/button';
import { Card } from '@/shared/ui/card';
import { Dialog } from '@/shared/ui/dialog';
import { NotAllowed } from '@/shared/ui/not-allowed';
import { Page, type PageProps } from '@/shared/ui/page';
import { useReason } from './reason';
import { ReasonForm } from './reason-form';

export interface StaffPageProps extends PageProps {
  /** Whoever has one of them may come in. The server decides; this keeps useless requests away. */
  roles: readonly string[];
  /** Whether one has to say why before anything is shown. */
  asksWhy?: boolean;
}

/** A page for people who work here: not for others, and not without a reason. */
export function StaffPage({ roles, asksWhy = true, children, ...page }: StaffPageProps) {
  const held = useMember().roles;
  const allowed = roles.some(role => held.includes(role));
  return (
    <Page {...page} className="max-w-6xl">
      {!allowed ? <NotAllowed /> : asksWhy ? <WithReason>{children}</WithReason> : children}
    </Page>
  );
}

function WithReason({ children }: { children: ReactNode }) {
  const { t } = useTranslation('support');
  const reason = useReason();
  const [changing, setChanging] = useState(false);
  if (reason === undefined) {
    return (
      <Card>
        <h2 className="text-xl">{t('reason.title')}</h2>
        <p className="mt-2 mb-5 max-w-prose text-ink-soft">{t('reason.text')}</p>
        <ReasonForm />
      </Card>
    );
  }
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-control bg-accent-soft py-1 ps-4 pe-1">
        <Eye aria-hidden size={20} className="text-accent-strong" />
        <p className="min-w-0 flex-1 basis-48 py-1.5">
          <span className="text-ink-soft">{t('reason.bar')}</span> <strong className="font-semibold">{reason}</strong>
        </p>
        <Button look="quiet" onClick={() => setChanging(true)}>
          {t('reason.change')}
        </Button>
      </div>
      <Dialog open={changing} onClose={() => setChanging(false)} title={t('reason.title')}>
        <ReasonForm before={reason} onKept={() => setChanging(false)} />
      </Dialog>
      {children}
    </>
  );
}
