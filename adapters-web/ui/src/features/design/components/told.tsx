import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/shared/api/problem';
import { Badge, type Tone } from '@/shared/ui/badge';
import { Button } from '@/shared/ui/button';
import { Card, CardTitle } from '@/shared/ui/card';
import { Empty } from '@/shared/ui/empty';
import { Failure } from '@/shared/ui/failure';
import { JsonTree } from '@/shared/ui/json-tree';
import { Moment } from '@/shared/ui/moment';
import { NotAllowed } from '@/shared/ui/not-allowed';
import { Notice } from '@/shared/ui/notice';
import { Progress } from '@/shared/ui/progress';
import { Ring } from '@/shared/ui/ring';
import { Loading } from '@/shared/ui/skeleton';
import { Spinner } from '@/shared/ui/spinner';

const TONES: readonly Tone[] = ['neutral', 'good', 'warn', 'danger'];
const SHARES = [0.4, 0.85, 1];
const SOMETHING = { name: 'Ada', verified: true, roles: ['MEMBER'], token: null };

export function Words() {
  const { t } = useTranslation('design');
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap gap-2">
        {TONES.map(tone => (
          <Badge key={tone} tone={tone}>
            {t(`tones.${tone}`)}
          </Badge>
        ))}
      </p>
      {TONES.map(tone => (
        <Notice key={tone} tone={tone} title={t(`tones.${tone}`)}>
          {t('notice')}
        </Notice>
      ))}
      <Failure failure={ApiProblem.unreachable()} retry={() => undefined} />
    </div>
  );
}

export function Waiting() {
  const { t } = useTranslation('design');
  return (
    <div className="grid gap-6">
      <Loading />
      <p className="flex items-center gap-2">
        <Spinner /> {t('spinner')}
      </p>
      <Progress label={t('progress')} share={0.6} />
      <Progress label={t('progressUnknown')} />
    </div>
  );
}

export function Figures() {
  const { t } = useTranslation('design');
  return (
    <div className="flex flex-wrap justify-center gap-4">
      {SHARES.map(share => (
        <Ring key={share} label={t('ring')} share={share} valueText={`${share * 100} %`}>
          <span className="font-serif text-2xl">{share * 100} %</span>
        </Ring>
      ))}
    </div>
  );
}

export function Containers() {
  const { t } = useTranslation('design');
  return (
    <div className="grid gap-4">
      <Card>
        <CardTitle action={<Button look="quiet">{t('buttons.quiet')}</Button>}>{t('card')}</CardTitle>
        <p>
          {t('cardText')} <Moment at="2026-11-01T10:00:00Z" />
        </p>
      </Card>
      <Empty title={t('empty')} action={<Button>{t('buttons.primary')}</Button>}>
        {t('emptyText')}
      </Empty>
      <NotAllowed />
      <JsonTree value={SOMETHING} />
    </div>
  );
}
