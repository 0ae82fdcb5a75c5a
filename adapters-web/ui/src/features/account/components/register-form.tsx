import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/shared/api/problem';
import { isMailAddress, useFormProblems } from '@/shared/lib/use-form-problems';
import { Button } from '@/shared/ui/button';
import { Failure, useProblemText } from '@/shared/ui/failure';
import { TextField } from '@/shared/ui/field';
import { useRegister } from '../api/register';
import { isAcceptable } from '../password-strength';
import { NewPasswordField } from './new-password-field';

const LONGEST_NAME = 80;

type FieldName = 'displayName' | 'email' | 'password';

export interface RegisterFormProps {
  invitation: string | undefined;
  onSent: (email: string) => void;
}

export function RegisterForm({ invitation, onSent }: RegisterFormProps) {
  const { t } = useTranslation('account');
  const problemText = useProblemText();
  const register = useRegister();
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { form, problems, tell, clear } = useFormProblems<FieldName>();

  const wrong = (): Partial<Record<FieldName, string>> => ({
    ...(!displayName.trim() && { displayName: t('nameMissing') }),
    ...(!isMailAddress(email.trim()) && { email: t('emailWrong') }),
    ...(!isAcceptable(password) && { password: t('passwordWrong') }),
  });

  const refused = (failure: unknown) => {
    const { code, fields } = asProblem(failure);
    if (code === 'password_rejected') tell({ password: problemText(failure) });
    else if (fields.length > 0) {
      const texts = { displayName: t('nameWrong'), email: t('emailWrong'), password: t('passwordWrong') };
      const named = Object.entries(texts).filter(([name]) => fields.some(({ field }) => field === name));
      tell(Object.fromEntries(named));
    }
  };

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (register.isPending) return;
    const found = wrong();
    if (Object.keys(found).length > 0) {
      tell(found);
      return;
    }
    clear();
    const address = email.trim();
    register.mutate(
      { displayName: displayName.trim(), email: address, password, ...(invitation && { invitation }) },
      { onSuccess: () => onSent(address), onError: refused },
    );
  };

  const atField = Object.keys(problems).length > 0;
  return (
    <form ref={form} noValidate onSubmit={submit} className="grid gap-5">
      {register.error && !atField && <Failure failure={register.error} />}
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        name="name"
        autoComplete="name"
        maxLength={LONGEST_NAME}
        required
        value={displayName}
        error={problems.displayName}
        onChange={event => setDisplayName(event.target.value)}
      />
      <TextField
        label={t('email')}
        type="email"
        name="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={email}
        error={problems.email}
        onChange={event => setEmail(event.target.value)}
      />
      <NewPasswordField
        value={password}
        error={problems.password}
        onChange={event => setPassword(event.target.value)}
      />
      <Button type="submit" busy={register.isPending} className="w-full">
        {t('register.submit')}
      </Button>
    </form>
  );
}
