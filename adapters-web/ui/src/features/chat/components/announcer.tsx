import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Announcements } from '../stream/announcements';
import type { RunningAnswer } from '../stream/running-answer';

/** Tells screen readers what comes, apart from the text that is seen: that grows too fast to be listened to. */
export function Announcer({ answer }: { answer: RunningAnswer | undefined }) {
  const { t } = useTranslation('chat');
  const [announcements] = useState(() => new Announcements());
  const said = useSyncExternalStore(announcements.subscribe, announcements.snapshot);
  useEffect(() => {
    if (!answer) return;
    announcements.follow(answer, {
      begins: t('said.begins'),
      code: t('said.code'),
      ends: { complete: t('said.ends'), stopped: t('said.stopped'), failed: t('said.failed') },
    });
  }, [announcements, answer, t]);
  return (
    <div role="status" aria-live="polite" aria-atomic="false" aria-relevant="additions" className="sr-only">
      {said.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
