import { useTranslation } from 'react-i18next';
import { TheWayBack, ThreeAges, Thread, UnderGlass } from './drawings';

const POINTS = [
  { name: 'remembers', Drawing: ThreeAges },
  { name: 'evidence', Drawing: Thread },
  { name: 'undo', Drawing: TheWayBack },
  { name: 'yours', Drawing: UnderGlass },
] as const;

/** What is special about it, each with a drawing. */
export function Points() {
  const { t } = useTranslation('landing');
  return (
    <ul className="grid gap-x-14 gap-y-12 lg:grid-cols-2 lg:gap-y-16">
      {POINTS.map(({ name, Drawing }) => (
        <li key={name} className="flex flex-wrap items-center gap-x-7 gap-y-3 sm:flex-nowrap lg:even:translate-y-10">
          <Drawing />
          <div>
            <h3 className="text-2xl">{t(`points.${name}.title`)}</h3>
            <p className="mt-2 text-ink-soft">{t(`points.${name}.text`)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
