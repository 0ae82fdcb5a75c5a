import type { landing as english } from '../en/landing';
import type { SameShape } from '../same-shape';

export const landing: SameShape<typeof english> = {
  title: 'Ein Chat, der sich erinnert und zeigt, warum',
  lead: 'NovaCoreAI behält, was in deinen Gesprächen wichtig ist, und bringt es zurück, wenn es hilft. Jede Erinnerung führt zu dem Satz, aus dem sie gewachsen ist, und jede kannst du zurücknehmen.',
  seePlans: 'Tarife ansehen',
  free: 'Der Anfang kostet nichts. Keine Karte nötig.',
  begin: { visitor: 'Kostenlos beginnen', member: 'Weiter chatten' },
  example: {
    label: 'Ein Beispiel: Was du im Frühling sagst, ist im Sommer noch da',
    you: 'Du',
    spring: 'Im April',
    told: 'Meine Schwester Mara ist nach Lissabon gezogen, und sie backt wieder!',
    remembered: 'Gemerkt:',
    fact: 'Deine Schwester Mara wohnt in Lissabon.',
    summer: 'Im August',
    asked: 'Ich habe vier Tage frei. Wohin soll ich fahren?',
    answer: 'Nach Lissabon: Du könntest Mara besuchen und prüfen, ob ihr Brot so gut ist, wie sie sagt.',
    evidence: 'Aus dem, was du im April gesagt hast',
    undo: 'Jederzeit vergessen',
  },
  points: {
    title: 'Ein Gedächtnis, in das du hineinsehen kannst',
    remembers: {
      title: 'Es merkt sich, was bleibt',
      text: 'Was du sagst, keimt im Kurzzeitgedächtnis. Was wiederkehrt, schlägt Wurzeln; der Rest verblasst, wie es sein soll.',
    },
    evidence: {
      title: 'Es zeigt seine Belege',
      text: 'Keine Erinnerung ohne Quelle: Ein Schritt führt von jeder zu der Nachricht, aus der sie kam.',
    },
    undo: {
      title: 'Du kannst alles zurücknehmen',
      text: 'Eine Erinnerung berichtigen, vergessen, zurückholen. Alles als Datei mitnehmen, oder alles endgültig löschen.',
    },
    yours: {
      title: 'Es lebt auf einer eigenen Maschine',
      text: 'Modell und Gedächtnis laufen dort, wo diese Seite läuft. Nichts von dir geht an die KI von jemand anderem.',
    },
  },
  plans: {
    title: 'Ein Kontingent, das genau gezählt wird',
    lead: 'Jeder Tag beginnt mit einer festen Zahl von Nachrichten und Tokens. Du siehst bis aufs Letzte, was übrig ist; was misslingt, kostet nichts, und keine Rechnung überrascht.',
    per: { month: 'im Monat', year: 'im Jahr' },
    for: {
      free: 'Zum Ausprobieren, und um ein paar Dinge zu behalten.',
      basic: 'Für jeden Tag, mit Platz für Jahre.',
      pro: 'Für alle, die den ganzen Tag laut denken.',
    },
    messages_one: '{{amount}} Nachricht am Tag',
    messages_other: '{{amount}} Nachrichten am Tag',
    tokens_one: '{{amount}} Token am Tag',
    tokens_other: '{{amount}} Tokens am Tag',
    memories_one: '{{amount}} Erinnerung',
    memories_other: '{{amount}} Erinnerungen',
    choose: {
      free: 'Kostenlos beginnen',
      basic: 'Beginnen, dann Basic wählen',
      pro: 'Beginnen, dann Pro wählen',
    },
    failed: 'Die Tarife lassen sich gerade nicht zeigen',
    failedText: 'Der Anfang ist auf jeden Fall kostenlos.',
  },
  closing: {
    title: 'Erzähl etwas, das bleiben soll',
    text: 'Es braucht einen Namen, eine Mailadresse und einen Satz als Passwort.',
  },
  goodbye: {
    title: 'Dein Konto wird gelöscht',
    text: 'Was dir gehörte, geht mit, samt allen Erinnerungen. Danke für die Zeit hier; die Tür bleibt offen.',
  },
  footer: {
    label: 'Fußzeile',
    text: 'NovaCoreAI ist quelloffen, unter der Apache-Lizenz 2.0.',
  },
};
