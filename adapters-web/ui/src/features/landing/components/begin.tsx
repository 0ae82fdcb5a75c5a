import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/shared/session';
import { buttonLook } from '@/shared/ui/button';

/** The way in: to sign up, or back to where one lives already. */
export function Begin({ onAccent = false }: { onAccent?: boolean }) {
  const { t } = useTranslation('landing');
  const member = useSession().status === 'member';
  const look = onAccent
    ? buttonLook('secondary', 'border-transparent px-7 py-3 text-lg')
    : buttonLook('primary', 'px-7 py-3 text-lg');
  return member ? (
    <Link to="/chat" className={look}>
      {t('begin.member')}
    </Link>
  ) : (
    <Link to="/register" className={look}>
      {t('begin.visitor')}
    </Link>
  );
}
