import type { billing as english } from '../en/billing';
import type { SameShape } from '../same-shape';

export const billing: SameShape<typeof english> = {
  title: 'Dein Tarif',
  lead: 'Was du hast, was es gibt, und wie du es änderst. Gehen kannst du jederzeit.',
  state: {
    title: 'Wie es steht',
    none: 'Du hast den kostenlosen Tarif. Er kostet nichts und endet nicht.',
    active: 'Du hast {{plan}}. Der Tarif verlängert sich am {{day}}.',
    activeOpen: 'Du hast {{plan}}.',
    pastDue: 'Deine letzte Zahlung hat nicht geklappt',
    pastDueText:
      'Du behältst {{plan}} bis {{day}}. Zahlst du bis dahin, geht alles weiter; sonst hast du danach den kostenlosen Tarif. Verloren geht nichts.',
    resting: 'Dein Tarif ruht',
    restingText:
      'Es ist nicht bekannt, wie du zahlen willst, darum hast du vorerst den kostenlosen Tarif. Sag wie, und es geht weiter.',
    cancelling: '{{plan}} endet am {{day}}',
    cancellingText:
      'Bis dahin ändert sich nichts; danach hast du den kostenlosen Tarif. Hast du es dir anders überlegt? Du kannst bleiben.',
    cancelled: 'Dein Abonnement ist zu Ende. Du hast den kostenlosen Tarif und kannst jederzeit zurückkommen.',
    next: 'Am {{day}} wird daraus {{plan}}, wie du es gewählt hast. Bis dahin ändert sich nichts.',
    nextOpen: 'Daraus wird {{plan}}, wenn die bezahlte Zeit um ist.',
    open: 'Eine Zahlungsseite von dir ist offen',
    openText:
      'Hast du bezahlt, ändert sich dein Tarif gleich. Wenn nicht, wähle den Tarif noch einmal und mach weiter, wo du warst.',
  },
  manage: 'Rechnungen und Zahlung',
  pay: 'Zahlung in Ordnung bringen',
  stay: 'Doch bleiben',
  back: {
    confirming: 'Danke! Deine Zahlung wird bestätigt',
    confirmingText: 'Das dauert einige Sekunden. Bleib hier oder mach weiter; es geht nichts verloren.',
    progress: 'Wird bestätigt',
    done: 'Danke! Du hast jetzt {{plan}}',
    doneText: 'Alles, was dazugehört, ist ab sofort deins.',
    late: 'Das dauert länger als sonst',
    lateText: 'Die Zahlung ist noch nicht bestätigt. Sobald sie es ist, bekommst du eine Mail. Zahl nicht noch einmal.',
    look: 'Noch einmal nachsehen',
    cancelled: 'Du bist zurück, ohne zu zahlen',
    cancelledText: 'Es wurde nichts abgebucht, und nichts hat sich geändert.',
  },
  verify: {
    title: 'Bestätige zuerst deine Adresse',
    text: 'Rechnungen gehen an {{email}}, darum müssen wir wissen, dass sie dir gehört. Folge dem Link in der Mail von uns.',
    resend: 'Mail noch einmal schicken',
    resent: 'Die Mail ist unterwegs zu dir.',
  },
  plans: {
    title: 'Die Tarife',
    current: 'Dein Tarif',
    next: 'Ab {{day}}',
    month: 'im Monat',
    year: 'im Jahr',
    messages: '{{messages}} Nachrichten am Tag',
    tokens: '{{tokens}} Token am Tag',
    memories: '{{memories}} Erinnerungen',
    answer: 'Antworten mit bis zu {{words}} Wörtern',
    pace_one: '{{count}} Anfrage in der Minute',
    pace_other: '{{count}} Anfragen in der Minute',
    choose: '{{plan}} nehmen',
    change: 'Zu {{plan}} wechseln',
    end: 'Zurück zum kostenlosen Tarif',
    none: 'Hier werden keine Tarife verkauft.',
  },
  leaving: 'Du wirst zur Zahlungsseite geführt …',
  strange:
    'Die Zahlungsseite hat eine Adresse, der wir nicht trauen. Es wurde nichts abgebucht; sag uns bitte Bescheid.',
};
