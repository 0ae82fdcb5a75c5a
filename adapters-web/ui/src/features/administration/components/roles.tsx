import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/shared/ui/button';
import { Confirm } from '@/shared/ui/confirm';
import { useProblemText } from '@/shared/ui/failure';
import { toast } from '@/shared/ui/toast';
import { type Person, type Role, useChangeRoles } from '../api/people';

const GIVEN = ['SUPPORT', 'OPERATOR', 'ADMIN'] as const satisfies readonly Role[];
type Given = (typeof GIVEN)[number];

/** Which roles somebody has besides being a member. */
export function Roles({ person, email }: { person: Person; email: string }) {
  const { t } = useTranslation('administration');
  const problemText = useProblemText();
  const change = useChangeRoles(email);
  const [chosen, setChosen] = useState<readonly string[]>(person.roles);
  const [asking, setAsking] = useState(false);
  const given = GIVEN.filter(role => chosen.includes(role) && !person.roles.includes(role));
  const taken = GIVEN.filter(role => !chosen.includes(role) && person.roles.includes(role));
  const changed = given.length + taken.length > 0;
  const named = (roles: readonly Given[]) => roles.map(role => t(`roles.${role}.name`)).join(', ');

  const save = () =>
    change.mutate(
      { id: person.id, roles: ['MEMBER', ...GIVEN.filter(role => chosen.includes(role))] },
      {
        onSuccess: () => toast(t('roles.changed')),
        onError: failure => toast(problemText(failure), { tone: 'danger' }),
        onSettled: () => setAsking(false),
      },
    );

  return (
    <fieldset className="grid gap-1">
      <legend className="font-semibold">{t('roles.title')}</legend>
      {GIVEN.map(role => (
        <label key={role} className="flex min-h-touch items-center gap-3 py-1">
          <input
            type="checkbox"
            className="size-5 shrink-0 accent-accent"
            checked={chosen.includes(role)}
            onChange={event =>
              setChosen(event.target.checked ? [...chosen, role] : chosen.filter(name => name !== role))
            }
          />
          <span>
            {t(`roles.${role}.name`)} <span className="text-ink-soft">· {t(`roles.${role}.may`)}</span>
          </span>
        </label>
      ))}
      <Button
        look="secondary"
        className="mt-2 justify-self-start"
        onClick={() => (changed ? setAsking(true) : toast(t('roles.same')))}
      >
        {t('roles.save')}
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        onConfirm={save}
        title={t('roles.confirm', { email })}
        confirm={t('roles.save')}
        busy={change.isPending}
        danger={false}
      >
        {given.length > 0 && <p>{t('roles.given', { roles: named(given) })}</p>}
        {taken.length > 0 && <p>{t('roles.taken', { roles: named(taken) })}</p>}
        <p>{t('roles.when')}</p>
      </Confirm>
    </fieldset>
  );
}
