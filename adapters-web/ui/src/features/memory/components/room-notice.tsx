import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { quotaQuery } from '@/shared/data/quota';
import { useFormats } from '@/shared/lib/format';
import { buttonLook } from '@/shared/ui/button';
import { Notice } from '@/shared/ui/notice';

const NEARLY = 0.9;

/** Tells when there is no room for more memories, or nearly none. */
export function RoomNotice() {
  const { t } = useTranslation('memory');
  const format = useFormats();
  const room = useQuery(quotaQuery).data?.resources.memories;
  if (!room || room.used < room.limit * NEARLY) return null;
  const full = room.remaining <= 0;
  const numbers = { limit: format.integer(room.limit), left: format.integer(room.remaining) };
  return (
    <Notice
      tone="warn"
      className="mb-6"
      {...(full && { title: t('room.full') })}
      action={
        <Link to="/billing" className={buttonLook('secondary')}>
          {t('room.upgrade')}
        </Link>
      }
    >
      {full ? t('room.fullText', numbers) : t('room.nearly', numbers)}
    </Notice>
  );
}
