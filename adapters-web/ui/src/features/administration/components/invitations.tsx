import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '@/shared/ui/badge';
import { Card, CardTitle } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Moment } from '@/shared/ui/moment';
import { NextPage } from '@/shared/ui/pages';
import { QueryView } from '@/shared/ui/query-view';
import { type Invitation, invitationsQuery } from '../api/invitations';
import { InviteForm } from './invite-form';

const TONES: Record<Invitation['status'], Tone> = {
  pending: 'neutral',
  sent: 'neutral',
  undeliverable: 'danger',
  registered: 'warn',
  verified: 'good',
};

export function Invitations() {
  const { t } = useTranslation('administration');
  const invitations = useInfiniteQuery(invitationsQuery);
  return (
    <div className="grid gap-6">
      <Card>
        <CardTitle>{t('invite.title')}</CardTitle>
        <InviteForm />
      </Card>
      <Card>
        <CardTitle>{t('invitations.title')}</CardTitle>
        <QueryView
          query={invitations}
          isEmpty={data => data.pages.every(page => page.items.length === 0)}
          empty={<Empty title={t('invitations.empty')}>{t('invitations.emptyText')}</Empty>}
        >
          {data => (
            <>
              <ul className="divide-y divide-line">
                {data.pages
                  .flatMap(page => page.items)
                  .map(invitation => (
                    <Invited key={invitation.id} invitation={invitation} />
                  ))}
              </ul>
              <NextPage query={invitations} />
            </>
          )}
        </QueryView>
      </Card>
    </div>
  );
}

function Invited({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('administration');
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
      <span className="min-w-0 flex-1 basis-56 font-semibold break-words">{invitation.email}</span>
      <Badge tone={TONES[invitation.status]}>{t(`invitations.status.${invitation.status}`)}</Badge>
      <span className="text-sm text-ink-soft">
        <Moment exact at={invitation.registeredAt ?? invitation.sentAt ?? invitation.invitedAt} />
      </span>
      {invitation.reason && <p className="w-full text-sm break-words text-danger">{invitation.reason}</p>}
    </li>
  );
}
