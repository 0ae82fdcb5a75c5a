import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '@/shared/staff/reason-dialog';
import { Badge } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { toast } from '@/shared/ui/toast';
import { type Person, useChangeStanding } from '../api/people';

/** Whether somebody may come in; with a reason, which is kept. */
export function Standing({ person, email }: { person: Person; email: string }) {
  const { t } = useTranslation('administration');
  const change = useChangeStanding(email);
  const [asking, setAsking] = useState(false);
  const suspend = person.standing !== 'suspended';
  const kind = suspend ? 'suspend' : 'reinstate';
  return (
    <div className="mt-6 flex flex-wrap items-center gap-3 border-t border-line pt-5">
      <p className="flex flex-1 basis-40 items-center gap-2">
        {t('standing.title')} <Badge tone={suspend ? 'good' : 'danger'}>{person.standing}</Badge>
      </p>
      <Button look={suspend ? 'danger' : 'primary'} onClick={() => setAsking(true)}>
        {t(`standing.${kind}`)}
      </Button>
      <ReasonDialog
        key={kind}
        open={asking}
        onClose={() => setAsking(false)}
        title={t(`standing.${kind}Title`, { email })}
        description={t(`standing.${kind}Text`)}
        submit={t(`standing.${kind}`)}
        danger={suspend}
        busy={change.isPending}
        failure={change.error}
        onSubmit={reason =>
          change.mutate(
            { id: person.id, suspend, reason },
            {
              onSuccess: () => {
                setAsking(false);
                toast(t(`standing.${kind}Done`));
              },
            },
          )
        }
      />
    </div>
  );
}
