import { useNavigate } from '@tanstack/react-router';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiProblem, asProblem } from '@/shared/api/problem';
import { useFormProblems } from '@/shared/lib/use-form-problems';
import { useTierName } from '@/shared/lib/use-tier-name';
import { session, useMember } from '@/shared/session';
import { Button } from '@/shared/ui/button';
import { Failure } from '@/shared/ui/failure';
import { PasswordField, TextField } from '@/shared/ui/field';
import { Notice } from '@/shared/ui/notice';
import { useEraseAccount } from '../api/erase-account';

/** Asks for what shows that somebody means it: the password and a word. */
export function DeleteForm({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation(['profile', 'common', 'errors']);
  const navigate = useNavigate();
  const erase = useEraseAccount();
  const [password, setPassword] = useState('');
  const [typed, setTyped] = useState('');
  const [failure, setFailure] = useState<ApiProblem>();
  const { form, problems, tell, clear } = useFormProblems<'password' | 'word'>();
  const word = t('delete.word');

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (erase.isPending) return;
    const wrong = {
      ...(!password && { password: t('delete.missing') }),
      ...(typed.trim().toLocaleUpperCase() !== word && { word: t('delete.mistyped', { word }) }),
    };
    setFailure(undefined);
    if (Object.keys(wrong).length > 0) return tell(wrong);
    clear();
    try {
      await erase.mutateAsync(password);
    } catch (reason) {
      const problem = asProblem(reason);
      if (problem.code === 'invalid_credentials') tell({ password: t('errors:wrong_password') });
      else setFailure(problem);
      return;
    }
    // First away from the pages of members, which would lead to the log-in as soon as the session is over.
    await navigate({ to: '/', search: { goodbye: 1 }, replace: true });
    session.over();
  };

  return (
    <form ref={form} noValidate className="grid gap-4" onSubmit={event => void submit(event)}>
      <WhatGoes />
      <PasswordField
        label={t('delete.password')}
        error={problems.password}
        autoComplete="current-password"
        value={password}
        onChange={event => setPassword(event.target.value)}
      />
      <TextField
        label={t('delete.typed', { word })}
        error={problems.word}
        autoComplete="off"
        autoCapitalize="characters"
        value={typed}
        onChange={event => setTyped(event.target.value)}
      />
      {failure && <Failure failure={failure} />}
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" look="danger" busy={erase.isPending}>
          {t('delete.confirm')}
        </Button>
      </div>
    </form>
  );
}

function WhatGoes() {
  const { t } = useTranslation('profile');
  const { tier } = useMember();
  const tierName = useTierName();
  return (
    <>
      <div>
        <p>{t('delete.goes')}</p>
        <ul className="mt-1 list-disc ps-5">
          <li>{t('delete.list.conversations')}</li>
          <li>{t('delete.list.memories')}</li>
          <li>{t('delete.list.account')}</li>
        </ul>
      </div>
      {tier !== 'free' && <Notice tone="warn">{t('delete.paid', { plan: tierName(tier) })}</Notice>}
      <p className="text-ink-soft">{t('delete.export')}</p>
    </>
  );
}
