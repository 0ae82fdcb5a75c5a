import { useTranslation } from 'react-i18next';
import { type ApiProblem, asProblem } from '@/shared/api/problem';
import type { errors } from '@/shared/i18n/en/errors';
import { Button } from './button';
import { Notice } from './notice';

type KnownCode = keyof typeof errors;

/** The sentence that people read for a problem: by its stable code, in their language. */
export function useProblemText(): (failure: unknown) => string {
  const { t, i18n } = useTranslation('errors');
  return failure => {
    const { code } = asProblem(failure);
    return t(i18n.exists(code, { ns: 'errors' }) ? (code as KnownCode) : 'unexpected');
  };
}

/** A failure, with a way to try again where that may help. */
export function Failure({ failure, retry, className }: { failure: unknown; retry?: () => void; className?: string }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const problem: ApiProblem = asProblem(failure);
  const lasting = [403, 404, 422].includes(problem.status);
  return (
    <Notice
      live
      tone="danger"
      title={t('failed.title')}
      {...(className && { className })}
      action={
        retry &&
        !lasting && (
          <Button look="secondary" onClick={retry}>
            {t('retry')}
          </Button>
        )
      }
    >
      <p>{text(problem)}</p>
      {problem.status >= 500 && problem.correlationId && (
        <p className="text-sm text-ink-soft">{t('failed.reference', { id: problem.correlationId })}</p>
      )}
    </Notice>
  );
}
