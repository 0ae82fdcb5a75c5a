import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMember } from '@/shared/session';
import { Button } from '@/shared/ui/button';
import { Confirm } from '@/shared/ui/confirm';
import { Notice } from '@/shared/ui/notice';
import { UNMASKING_ROLES } from '../roles';

export interface UnmaskingProps {
  shown: boolean;
  onChange: (shown: boolean) => void;
}

/** Personal text is masked until somebody decides to see it, on this page and no other. */
export function Unmasking({ shown, onChange }: UnmaskingProps) {
  const { t } = useTranslation('support');
  const [asking, setAsking] = useState(false);
  const roles = useMember().roles;
  if (!UNMASKING_ROLES.some(role => roles.includes(role))) {
    return <p className="text-sm text-ink-soft">{t('unmask.notForYou')}</p>;
  }
  if (shown) {
    return (
      <Notice
        live
        tone="warn"
        title={t('unmask.shown')}
        className="mb-6"
        action={
          <Button look="secondary" onClick={() => onChange(false)}>
            <EyeOff aria-hidden size={20} />
            {t('unmask.hide')}
          </Button>
        }
      >
        {t('unmask.shownText')}
      </Notice>
    );
  }
  return (
    <div className="mb-6">
      <Button look="secondary" onClick={() => setAsking(true)}>
        <Eye aria-hidden size={20} />
        {t('unmask.show')}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onChange(true);
        }}
        title={t('unmask.title')}
        confirm={t('unmask.show')}
        danger={false}
      >
        {t('unmask.warning')}
      </Confirm>
    </div>
  );
}
