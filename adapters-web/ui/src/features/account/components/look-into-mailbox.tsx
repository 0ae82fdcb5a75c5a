import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { MailCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonLook } from '@/shared/ui/button';
import { MAILBOX, mailboxQuery } from '../api/mailbox';
import { AccountPage } from './account-page';

export interface LookIntoMailboxProps {
  email: string;
  then: { then?: string };
  onAgain: () => void;
}

/** The same for an address that is new and one that is taken: only its owner learns which. */
export function LookIntoMailbox({ email, then, onAgain }: LookIntoMailboxProps) {
  const { t } = useTranslation('account');
  const local = useQuery(mailboxQuery).data === true;
  const text = useRef<HTMLDivElement>(null);
  // The form that had the focus is gone: what came instead is read out.
  useEffect(() => text.current?.focus(), []);
  return (
    <AccountPage
      title={t('sent.title')}
      aside={
        <p>
          {t('sent.wrong')}{' '}
          <Button look="quiet" className="px-2 text-accent underline" onClick={onAgain}>
            {t('sent.again')}
          </Button>
        </p>
      }
    >
      <div ref={text} tabIndex={-1} className="grid gap-4">
        <MailCheck aria-hidden size={40} className="text-accent" />
        <p className="text-lg">{t('sent.text', { email })}</p>
        <p className="text-ink-soft">{t('sent.spam')}</p>
        <div className="flex flex-wrap gap-3">
          <Link to="/login" search={then} className={buttonLook('primary')}>
            {t('sent.logIn')}
          </Link>
          {local && (
            <a
              href={`${MAILBOX}?to=${encodeURIComponent(email)}`}
              target="_blank"
              rel="noreferrer"
              className={buttonLook('secondary')}
            >
              {t('sent.mailbox')}
            </a>
          )}
        </div>
      </div>
    </AccountPage>
  );
}
