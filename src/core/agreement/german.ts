import type { AgreementWords } from './agreement-words.ts';

export const GERMAN: AgreementWords = {
  title: 'Betriebsvereinbarung über den Einsatz von Understudy (Entwurf)',
  made: ({ version, date, repositories }) =>
    `Geschrieben von Understudy ${version} am ${date} aus der Konfiguration, die hier läuft, für ${repositories.join(', ')}. Ein Entwurf zum Verhandeln, keine Rechtsberatung. Nach jeder Änderung neu erzeugen; was abweicht, hat sich geändert.`,
  headings: {
    purpose: 'Zweck',
    mode: 'Betriebsart',
    data: 'Daten',
    views: 'Wer was sieht',
    safeguards: 'Schutzmaßnahmen',
    retention: 'Aufbewahrung',
    rights: 'Rechte der Betroffenen',
    settings: 'Zahlen hinter den Urteilen',
    changes: 'Änderungen',
    limits: 'Was keine Einstellung leisten kann',
    open: 'Noch zu vereinbaren',
    signed: 'Unterschriften',
  },
  purpose: 'Understudy dient einem einzigen Zweck: dass die Arbeit weitergeht, wenn jemand fehlt. Die Ergebnisse werden nicht verwendet:',
  notFor: [
    'um Menschen zu beurteilen oder zu vergleichen',
    'für Entscheidungen über Vergütung, Beförderung, Abmahnung oder Kündigung',
    'um Aufgaben nach persönlichen Merkmalen zuzuteilen',
  ],
  law: [
    'Der Betriebsrat bestimmt mit bei technischen Einrichtungen, die objektiv geeignet sind, Verhalten oder Leistung zu überwachen, gleich wozu sie gedacht sind (§ 87 Abs. 1 Nr. 6 BetrVG).',
    'Die Datenschutz-Grundverordnung gilt auch für Historien; eine Datenschutz-Folgenabschätzung (Art. 35 DSGVO) wird empfohlen, dieses Papier enthält, was sie zu beschreiben hat.',
    'Keine Zahl stammt aus einem lernenden System, das über Menschen entscheidet; Formeln und Quellen stehen in docs/methods.md.',
  ],
  modes: {
    solo: 'solo: eine Person auf ihrem eigenen Rechner, die Namen sieht. Keine Betriebsart für ein Team.',
    team: 'team: Bereiche und Pfade, Menschen nur als Rollen; jede Person sieht sich selbst vollständig und niemanden sonst.',
    council: 'council: nur Bereiche und sich selbst. Keine Pfade, keine Commits, keine Namen.',
  },
  proposal:
    'Hier läuft die Betriebsart solo, sie zeigt einer Person alles. Die Tabelle zeigt, was die Betriebsart council erlauben würde; `privacy: { mode: council }` setzen, bevor jemand anderes hineinsieht.',
  dataColumns: ['Was', 'Woher', 'Was damit geschieht'],
  data: [
    ['Commits: darin genannte Verfasser, Prüfende und Mitverfasser, Zeit, Pfade', 'git', 'im Datenordner aufbewahrt; Grundlage jeder Zahl'],
    [
      'Namen und E-Mail-Adressen an Commits',
      'git',
      'aufbewahrt; zusammengeführt, wo es eine Person ist; verlassen das Programm nur in der Betriebsart solo',
    ],
    [
      'Nachrichten von Commits',
      'git',
      'auf Schlusszeilen gelesen; erste Zeilen werden nachgeschlagen, wenn jemand eine Zahl öffnet, nur in solo; nicht aufbewahrt',
    ],
    ['CODEOWNERS, .mailmap, Paketbeschreibungen, understudy.yaml', 'git', 'gelesen, um Bereiche zu schneiden'],
    [
      'Wahrscheinlichkeit von Wissen, erwartete Arbeit, Deckung, Urteile',
      'berechnet',
      'jeweils neu aus dem Obigen; Antworten können im Datenordner liegen',
    ],
  ],
  notRead:
    'Nicht gelesen werden: Inhalte von Dateien, Chat, Post, Kalender, Arbeitszeiten, Tastatur oder Bildschirm. Nichts wird irgendwohin gesendet.',
  matter: 'Worum es geht',
  roles: {
    member: 'Mitglied',
    steward: 'Bereichspflege',
    facilitator: 'Moderation',
    lead: 'Teamleitung',
    sponsor: 'Bereichsleitung',
    administrator: 'Administration',
    council: 'Betriebsrat, Prüfung',
    agent: 'Agent, Dienst',
  },
  topics: {
    areas: 'Bereiche des Systems und das Ganze',
    paths: 'eine Datei oder ein Ordner',
    self: 'die fragende Person selbst',
    person: 'eine andere Person oder eine genannte Gruppe',
    shared: 'eine Übergabe oder Sitzung, an der die fragende Person teilnimmt',
    helpers: 'Menschen, die zugesagt haben, zu einem Bereich gefragt zu werden',
    signals: 'Muster im Ablauf der Arbeit eines Teams',
    teams: 'Summen über mindestens zwei Teams',
    transfers: 'Pläne, Übergaben, Übungen und Nachbesprechungen',
    identities: 'welche Schreibweisen eine Person sind',
    method: 'wie Zahlen entstehen, wie oft sie stimmen, was vereinbart ist',
    settings: 'Quellen, Konfiguration und Konten',
    ownLog: 'wer die fragende Person angesehen hat',
    log: 'wer wen angesehen hat',
    evidence: 'alle Tätigkeiten im Einzelnen',
    opened: 'Namen derer, die einen Bereich tragen, nach dem Vier-Augen-Prinzip geöffnet',
  },
  sights: { nothing: '–', sums: 'Summen', words: 'Worte', roles: 'Zahlen, Menschen als Rollen', everything: 'vollständig' },
  questions: (open, closed) =>
    `Beantwortete Fragen: ${open.join(', ')}. In dieser Betriebsart niemandem beantwortet: ${closed.join(', ')}. Eine später hinzugefügte Frage wird niemandem beantwortet, bis über sie entschieden ist.`,
  safeguards: ({ floor, firstLookHours, eyesHours }) => [
    `Keine Zahl über eine Gruppe wird genannt, wenn sie oder ihr Unterschied zu früher Genanntem von weniger als ${floor} Menschen spräche.`,
    'Keine Frage, Sortierung, Ausgabe oder Schnittstelle ordnet oder vergleicht Menschen; die Tests des Programms schlagen fehl, wo eine es täte.',
    `Einen Befund, in dem eine Person erkennbar ist, sieht ${firstLookHours} Stunden lang nur sie; ihre Anmerkung bleibt bei ihm.`,
    `Namen derer, die einen Bereich tragen, öffnen sich nur in council, nur mit schriftlicher Begründung, für eine Person und höchstens ${eyesHours} Stunden, und erst, wenn jemand vom Betriebsrat zustimmt, der weder fragt noch betroffen ist; ein Nein schließt sie jederzeit. Jedes Lesen steht im Protokoll, bevor ein Name hinausgeht, und wer betroffen ist, sieht es.`,
    'Betroffene sehen, wer wann was angesehen hat. Der Betriebsrat sieht das ganze Protokoll.',
  ],
  retentionColumns: ['Was', 'Höchstens Tage', 'Danach'],
  retention: {
    events: ['Ereignisse angeschlossener Quellen, die jemanden nennen', 'gelöscht'],
    messages: ['wer wem wann im Chat schrieb; nie was', 'gelöscht'],
    evidence: [
      'Tätigkeiten: wer wann welche Datei änderte oder prüfte',
      'als ausgelassen gezählt; Anzahlen je Bereich und Monat von fünf Menschen oder mehr bleiben, und keine Zahl beruht auf ihnen',
    ],
    leavers: ['Namen und Adressen von Menschen, die gegangen sind', 'durch ein Pseudonym ersetzt; was sie schufen, bleibt'],
    log: ['wer wen angesehen hat', 'gelöscht'],
  },
  retentionNote:
    'Git selbst behält seine Historie; diese Fristen binden, was Understudy daraus macht. Was von einer Historie gespeichert ist, bleibt so lange wie ihre Quelle. Sicherungen enthalten, was bei ihrer Entstehung da war.',
  rights: [
    'Alles über sich selbst sehen, und wer hineingesehen hat.',
    'Einen Befund mit einer Anmerkung versehen; eine falsche Zuordnung berichtigen lassen.',
    'Eine Übergabe oder Sitzung ohne Angabe von Gründen ablehnen.',
    'Die eigenen Daten mitnehmen und löschen lassen.',
    'Sich beim Betriebsrat oder bei der Aufsichtsbehörde beschweren.',
  ],
  settings: 'Sie gelten für alle gleich und werden nur wie vereinbart geändert:',
  changes: [
    'Eine Änderung von Betriebsart, Rollentabelle, Aufbewahrung, Quellen oder diesen Zahlen braucht vorher die Zustimmung beider Seiten.',
    'Eine neue Version wird zuerst dem Betriebsrat beschrieben; dieses Papier, vorher und nachher erzeugt, zeigt den Unterschied.',
    'Beide Seiten können den Einsatz beenden; der Datenordner wird dann gelöscht.',
  ],
  limits: [
    'Wo wenige arbeiten, zeigt „one carrier“ (eine tragende Person) eines Bereichs auf jemanden.',
    'Wer das Repository lesen kann, kann dort Namen lesen.',
    'Eine Betriebsart in einer Datei bindet die, die sie vereinbart haben; erzwingen kann sie nur ein Server, der die Historie für alle hält.',
  ],
  withoutServer:
    'Konten, Zugriffsprotokoll, erster Blick und Fristen brauchen einen Server, der die Historie für alle hält; solange hier keiner läuft, verweigert das Programm nach Betriebsart, und das Übrige aus den Abschnitten 5 und 6 halten Menschen selbst ein.',
  running: ({ sources, retention, roles, signIn }, { firstLookHours }) => [
    'Ein Server hält die Historie für alle. Er verweigert nach Betriebsart, bevor etwas berechnet wird, und hält fest, wer hineinsah, bevor eine Antwort, die von jemandem spricht, hinausgeht.',
    `Ein Befund, in dem eine Person erkennbar ist, bleibt anderen ${firstLookHours} Stunden lang verborgen, vom Lesen an, bei dem er gefunden wurde.`,
    `Einmal am Tag: Tätigkeiten, die älter sind als ${retention.evidence} Tage, werden als ausgelassen gezählt und außer in solo für keine Antwort verwendet; Menschen, deren Konto vor ${retention.leavers} Tagen endete, werden im Gespeicherten zu Pseudonymen; Einträge darüber, wer hineinsah, enden nach ${retention.log} Tagen.`,
    'Er liest keine Ereignisse anderer Systeme und keine Nachrichten, davon wird also nichts aufbewahrt.',
    `Gelesene Quellen: ${tallied(sources)}.`,
    `Vergebene Rollen: ${tallied(roles)}.`,
    `Wege hinein: ${signIn.join(', ')}.`,
  ],
  open: [
    'Wer administriert, und wer als zweite Person',
    'Ob Namen je geöffnet werden dürfen, und wer dann auf Seiten des Betriebsrats entscheidet',
    'Welche Repositories und Bereiche einbezogen sind, und ab wann',
    'Kürzere Fristen als oben',
    'Wann die Vereinbarung überprüft wird',
  ],
  signed: ['Für den Arbeitgeber, Ort und Datum', 'Für den Betriebsrat, Ort und Datum'],
};

function tallied(counts: Readonly<Record<string, number>>): string {
  const said = Object.entries(counts).map(([what, count]) => `${count} × ${what}`);
  return said.length === 0 ? 'noch keine' : said.join(', ');
}
