import { useTranslation } from 'react-i18next';
import { Logo } from '@/shared/ui/logo';
import { Page } from '@/shared/ui/page';
import { Sprig } from '@/shared/ui/sprig';
import { Above } from '../components/above';
import { Colours } from '../components/colours';
import { Buttons, Fields, Places } from '../components/controls';
import { Section } from '../components/section';
import { Containers, Figures, Waiting, Words } from '../components/told';

/** The design system on one page, for those who build with it. Served in the profile `local` only. */
export function DesignPage() {
  const { t } = useTranslation('design');
  return (
    <Page title={t('title')} lead={t('lead')} className="max-w-6xl">
      <Section title={t('sections.colours')}>{scheme => <Colours scheme={scheme} />}</Section>
      <Section title={t('sections.type')}>{() => <Type />}</Section>
      <Section title={t('sections.buttons')}>{() => <Buttons />}</Section>
      <Section title={t('sections.fields')}>{() => <Fields />}</Section>
      <Section title={t('sections.places')}>{() => <Places />}</Section>
      <Section title={t('sections.words')}>{() => <Words />}</Section>
      <Section title={t('sections.waiting')}>{() => <Waiting />}</Section>
      <Section title={t('sections.figures')}>{() => <Figures />}</Section>
      <Section title={t('sections.containers')}>{() => <Containers />}</Section>
      <Section title={t('sections.drawings')}>
        {() => (
          <div className="flex items-end gap-6">
            <Logo className="size-14" />
            <Sprig className="h-40 text-accent" />
            <Sprig className="h-40 text-accent-soft" />
          </div>
        )}
      </Section>
      <section>
        <h2 className="mb-4 text-2xl">{t('sections.above')}</h2>
        <Above />
      </section>
    </Page>
  );
}

function Type() {
  const { t } = useTranslation('design');
  return (
    <div className="grid gap-3">
      <p className="font-serif text-4xl">{t('type.display')}</p>
      <p className="font-serif text-2xl">{t('type.heading')}</p>
      <p>{t('type.body')}</p>
      <p className="text-sm text-ink-soft">{t('type.small')}</p>
      <p>
        <code className="font-mono text-sm">{t('type.code')}</code>
      </p>
    </div>
  );
}
