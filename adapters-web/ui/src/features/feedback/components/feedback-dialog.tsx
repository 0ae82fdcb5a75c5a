import { useRouterState } from '@tanstack/react-router';
import { type SyntheticEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormProblems } from '@/shared/lib/use-form-problems';
import { Button } from '@/shared/ui/button';
import { Dialog } from '@/shared/ui/dialog';
import { Failure } from '@/shared/ui/failure';
import { SelectField, TextArea } from '@/shared/ui/field';
import { Notice } from '@/shared/ui/notice';
import { useGiveFeedback } from '../api/give-feedback';
import { pageName } from '../page-name';

const CATEGORIES = ['idea', 'bug', 'praise', 'other'] as const;
type Category = (typeof CATEGORIES)[number];
const LONGEST_MESSAGE = 4_000;

/** What members think of this place, from wherever they are in it. */
export function FeedbackDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('feedback');
  const path = useRouterState({ select: state => state.location.pathname });
  const form = useId();
  const give = useGiveFeedback();
  const [category, setCategory] = useState<Category>('idea');
  const [message, setMessage] = useState('');
  const { form: place, problems, tell, clear } = useFormProblems<'message'>();

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (give.isPending) return;
    if (!message.trim()) {
      tell({ message: t('missing') });
      return;
    }
    clear();
    give.mutate({ category, message, page: pageName(path) });
  };

  if (give.isSuccess) {
    return (
      <Dialog open={open} onClose={onClose} title={t('title')} actions={<Button onClick={onClose}>{t('done')}</Button>}>
        <Notice live tone="good" title={t('thanks')}>
          {t('thanksText')}
        </Notice>
      </Dialog>
    );
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('title')}
      description={t('lead')}
      actions={
        <Button type="submit" form={form} busy={give.isPending}>
          {t('submit')}
        </Button>
      }
    >
      <form id={form} ref={place} noValidate onSubmit={submit} className="grid gap-4">
        {give.error && <Failure failure={give.error} />}
        <SelectField
          label={t('category')}
          value={category}
          options={CATEGORIES.map(value => ({ value, label: t(`categories.${value}`) }))}
          onChange={event => setCategory(event.target.value as Category)}
        />
        <TextArea
          label={t('message')}
          hint={t('hint')}
          rows={6}
          maxLength={LONGEST_MESSAGE}
          required
          value={message}
          error={problems.message}
          onChange={event => setMessage(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
