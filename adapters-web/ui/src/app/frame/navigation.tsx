import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMember } from '@/shared/session';
import { MEMBER_SECTIONS, type Section, staffSections } from '@/shared/ui/sections';

interface Choosing {
  /** Called when somebody goes somewhere, so that what holds the navigation can close. */
  onChoose?: () => void;
}

function Entry({ section, onChoose }: { section: Section } & Choosing) {
  const { t } = useTranslation();
  const Icon = section.icon;
  return (
    <li>
      <Link
        to={section.to}
        onClick={onChoose}
        activeProps={{ className: 'bg-accent-soft text-accent-strong', 'aria-current': 'page' }}
        inactiveProps={{ className: 'text-ink hover:bg-sunken' }}
        className="flex min-h-touch items-center gap-3 rounded-control px-3 py-2 font-semibold"
      >
        <Icon aria-hidden size={20} />
        {t(`navigation.${section.name}`)}
      </Link>
    </li>
  );
}

export function Navigation({ onChoose }: Choosing) {
  const { t } = useTranslation();
  const staff = staffSections(useMember());
  return (
    <nav aria-label={t('navigation.label')}>
      <ul className="grid gap-1">
        {MEMBER_SECTIONS.map(section => (
          <Entry key={section.to} section={section} {...(onChoose && { onChoose })} />
        ))}
      </ul>
      {staff.length > 0 && (
        <>
          <p id="staff-sections" className="mt-5 mb-1 px-3 text-sm text-ink-soft">
            {t('navigation.staff')}
          </p>
          <ul aria-labelledby="staff-sections" className="grid gap-1">
            {staff.map(section => (
              <Entry key={section.to} section={section} {...(onChoose && { onChoose })} />
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}
