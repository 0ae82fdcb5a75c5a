import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiProblem, asProblem } from '@/shared/api/problem';
import { useFormProblems } from '@/shared/lib/use-form-problems';
import { useMember } from '@/shared/session';
import { Button } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { Failure, useProblemText } from '@/shared/ui/failure';
import { PasswordField } from '@/shared/ui/field';
import { toast } from '@/shared/ui/toast';
import { useChangePassword } from '../api/change-password';

const SHORTEST = 12;
const LONGEST = 128;

export function PasswordCard() {
  const { t } = useTranslation(['profile', 'errors']);
  const { email } = useMember();
  const problemText = useProblemText();
  const change = useChangePassword();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [failure, setFailure] = useState<ApiProblem>();
  const { form, problems, tell, clear } = useFormProblems<'current' | 'next'>();

  const refused = (reason: unknown) => {
    const problem = asProblem(reason);
    if (problem.code === 'invalid_credentials') tell({ current: t('errors:wrong_password') });
    else if (problem.code === 'password_rejected' || problem.fields.some(({ field }) => field === 'newPassword')) {
      tell({ next: problemText(problem) });
    } else setFailure(problem);
  };

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (change.isPending) return;
    const length = Array.from(next).length;
    const wrong = {
      ...(!current && { current: t('password.missing') }),
      ...(length < SHORTEST && { next: t('password.short') }),
      ...(length > LONGEST && { next: t('password.long') }),
    };
    setFailure(undefined);
    if (Object.keys(wrong).length > 0) return tell(wrong);
    clear();
    change.mutate(
      { currentPassword: current, newPassword: next },
      {
        onSuccess: () => {
          setCurrent('');
          setNext('');
          toast(t('password.changed'));
        },
        onError: refused,
      },
    );
  };

  return (
    <Card>
      <CardTitle>{t('password.title')}</CardTitle>
      <p className="mb-4 text-ink-soft">{t('password.text')}</p>
      <form ref={form} noValidate className="grid gap-4" onSubmit={submit}>
        {/* Password managers want to know whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PasswordField
          label={t('password.current')}
          error={problems.current}
          autoComplete="current-password"
          value={current}
          onChange={event => setCurrent(event.target.value)}
        />
        <PasswordField
          label={t('password.next')}
          hint={t('password.hint')}
          error={problems.next}
          autoComplete="new-password"
          value={next}
          onChange={event => setNext(event.target.value)}
        />
        {failure && <Failure failure={failure} />}
        <Button type="submit" look="secondary" busy={change.isPending} className="justify-self-start">
          {t('password.change')}
        </Button>
      </form>
    </Card>
  );
}
