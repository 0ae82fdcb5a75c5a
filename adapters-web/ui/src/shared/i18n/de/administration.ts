import type { administration as english } from '../en/administration';
import type { SameShape } from '../same-shape';

export const administration: SameShape<typeof english> = {
  title: 'Verwaltung',
  lead: 'Wer kommen darf, wer was darf und was die Leute sagen.',
  tabs: { invitations: 'Einladungen', people: 'Menschen', feedback: 'Rückmeldungen' },
  invite: {
    title: 'Menschen einladen',
    label: 'Mailadressen',
    hint: 'Bis zu 100, getrennt durch Leerzeichen, Kommas oder Zeilen.',
    submit: 'Einladungen schicken',
    missing: 'Gib mindestens eine Adresse ein.',
    wrong_one: 'Das ist keine Mailadresse: {{emails}}',
    wrong_other: 'Das sind keine Mailadressen: {{emails}}',
    many_one: 'Das ist mehr als eine Adresse.',
    many_other: 'Das sind mehr als {{count}} Adressen.',
    done_one: 'Eine Einladung ist unterwegs.',
    done_other: '{{count}} Einladungen sind unterwegs.',
  },
  invitations: {
    title: 'Bisher verschickt',
    empty: 'Noch niemand wurde eingeladen',
    emptyText: 'Gib oben Adressen ein; hier steht dann, was aus jeder Einladung wird.',
    status: {
      pending: 'unterwegs',
      sent: 'verschickt',
      undeliverable: 'nicht zugestellt',
      registered: 'registriert',
      verified: 'bestätigt',
    },
  },
  people: {
    label: 'Mailadresse',
    find: 'Finden',
    wrong: 'Gib eine ganze Mailadresse ein.',
    nobody: 'Niemand hat diese Adresse',
    nobodyText:
      'Vielleicht schreibt sie sich anders, oder das Konto wurde gelöscht. Du kannst eine Einladung schicken.',
    // Reasons are read by all of the staff, so they are in one language.
    reason: 'Administration of roles and standing',
  },
  roles: {
    title: 'Rollen',
    SUPPORT: { name: 'Support', may: 'sieht mit Grund, was Menschen widerfuhr' },
    OPERATOR: { name: 'Technik', may: 'kümmert sich um die Maschine' },
    ADMIN: { name: 'Verwaltung', may: 'all das, und lädt ein, sperrt und vergibt Rollen' },
    save: 'Rollen ändern',
    same: 'Es ist nichts anders. Wähle zuerst eine Rolle.',
    confirm: 'Rollen von {{email}} ändern?',
    given: 'Neu: {{roles}}.',
    taken: 'Entzogen: {{roles}}.',
    when: 'Das gilt ab der nächsten Anfrage.',
    changed: 'Die Rollen sind geändert.',
  },
  standing: {
    title: 'Dieses Konto ist',
    suspend: 'Sperren',
    suspendTitle: '{{email}} sperren?',
    suspendText:
      'Die Person wird überall sofort abgemeldet und kommt nicht mehr herein, bis sie entsperrt wird. Nichts wird gelöscht.',
    suspendDone: 'Das Konto ist gesperrt.',
    reinstate: 'Entsperren',
    reinstateTitle: '{{email}} entsperren?',
    reinstateText: 'Die Person kann sich wieder anmelden und findet alles, wie es war.',
    reinstateDone: 'Das Konto ist entsperrt.',
  },
  feedback: {
    reason: 'Feedback inbox',
    empty: 'Noch keine Rückmeldungen',
    emptyText: 'Was Mitglieder über „Rückmeldung“ sagen, kommt hier an.',
    categories: { bug: 'Kaputt', idea: 'Idee', praise: 'Lob', other: 'Anderes' },
    who: 'Zur Person',
  },
};
