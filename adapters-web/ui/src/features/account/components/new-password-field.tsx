import { useTranslation } from 'react-i18next';
import { PasswordField, type TextFieldProps } from '@/shared/ui/field';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD, strengthOf } from '../password-strength';

type NewPasswordFieldProps = Omit<TextFieldProps, 'type' | 'hint' | 'label' | 'value'> & { value: string };

/** A password to be chosen, with words on how good it is. */
export function NewPasswordField(props: NewPasswordFieldProps) {
  const { t } = useTranslation('account');
  const strength = strengthOf(props.value);
  const limits = {
    count: SHORTEST_PASSWORD - Array.from(props.value).length,
    least: SHORTEST_PASSWORD,
    most: LONGEST_PASSWORD,
  };
  return (
    <div>
      <PasswordField
        {...props}
        label={t('password')}
        hint={t(`strength.${strength}`, limits)}
        name="new-password"
        autoComplete="new-password"
        required
      />
      <span role="status" className="sr-only">
        {strength === 'empty' || strength === 'short' ? '' : t(`strength.${strength}`, limits)}
      </span>
    </div>
  );
}
