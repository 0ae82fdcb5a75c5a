import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMember } from '@/shared/session';
import { IconButton } from '@/shared/ui/button';
import { ResendVerification } from './resend-verification';

/** For whom it was put aside. It lasts as long as this page: after a reload the reminder is there again. */
const putAside = new Set<string>();

/** Reminds members who did not follow the link of their mail yet. */
export function VerificationBanner() {
  const { t } = useTranslation('account');
  const { id, email, emailVerified } = useMember();
  const [, setAside] = useState(putAside.has(id));
  if (emailVerified || putAside.has(id)) return null;
  const dismiss = () => {
    putAside.add(id);
    setAside(true);
  };
  return (
    <section
      aria-label={t('banner.label')}
      className="flex items-start gap-2 border-b border-line bg-warn-soft px-4 py-2 sm:px-8"
    >
      <div className="flex flex-1 flex-wrap items-center gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-72">{t('banner.text', { email })}</p>
        <ResendVerification />
      </div>
      <IconButton label={t('dismiss', { ns: 'common' })} onClick={dismiss}>
        <X aria-hidden size={20} />
      </IconButton>
    </section>
  );
}
