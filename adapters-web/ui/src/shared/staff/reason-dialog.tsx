import { type ReactNode, type SyntheticEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormProblems } from '@/shared/lib/use-form-problems';
import { Button } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { Failure } from '@/shared/ui/failure';
import { TextArea } from '@/shared/ui/field';

const LONGEST = 500;

export interface ReasonDialogProps {
  open: boolean;
  onClose: () => void;
  onSubmit: (reason: string) => void;
  title: string;
  description: ReactNode;
  /** What is done, as a verb. */
  submit: string;
  danger?: boolean;
  busy: boolean;
  failure: unknown;
}

/** Asks for a reason before something is done to somebody, or to something of theirs. It is kept with what was done. */
export function ReasonDialog({ onSubmit, submit, danger = true, busy, failure, ...dialog }: ReasonDialogProps) {
  const { t } = useTranslation('support');
  const id = useId();
  const [reason, setReason] = useState('');
  const { form, problems, tell, clear } = useFormProblems<'reason'>();

  const onForm = (event: SyntheticEvent) => {
    event.preventDefault();
    if (busy) return;
    const text = reason.replace(/\s+/g, ' ').trim();
    if (!text) {
      tell({ reason: t('reason.needed') });
      return;
    }
    clear();
    onSubmit(text);
  };

  return (
    <Dialog
      {...dialog}
      actions={
        <Button type="submit" form={id} look={danger ? 'danger' : 'primary'} busy={busy}>
          {submit}
        </Button>
      }
    >
      <form id={id} ref={form} noValidate onSubmit={onForm} className="grid gap-4">
        {failure !== null && failure !== undefined && <Failure failure={failure} />}
        <TextArea
          label={t('reason.label')}
          hint={t('reason.keptHint')}
          rows={3}
          maxLength={LONGEST}
          required
          value={reason}
          error={problems.reason}
          onChange={event => setReason(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
