import type { WritingWords } from '../writing-words.ts';

/** What the writing rules look for in German: steps in the polite form, titles of fixes with their verb at the end. */
export const writingWords: WritingWords = {
  actions: set(
    'antworten ausschalten bearbeiten bestätigen bewegen drehen drücken entfernen entsperren ersetzen erlauben finden folgen fragen füllen geben gehen halten heben installieren kippen klicken kopieren kürzen laden lassen leeren legen lesen löschen lösen machen merken messen nehmen notieren öffnen prüfen reinigen rufen sagen sammeln schalten schauen schieben schließen schreiben schütteln senden setzen sichern speichern sperren starten stecken stellen streichen suchen tauschen teilen testen tippen tragen trennen tun verbinden verlassen vergleichen versuchen wählen warten wechseln wenden wiederholen wischen ziehen zählen',
  ),
  asking: set('prüfen fragen schauen sehen sagen testen merken lesen'),
  small: undefined,
  isOrder: (title) => /^\p{L}+en\s+Sie\b/u.test(title) || /(?:^|\s)\p{Ll}\p{L}*n$/u.test(title),
  notAnOrder: (title) => [
    `The title of a fix says what to do, and \`${title.split(' ').at(-1)}\` at its end is no verb in its base form.`,
    'End with what to do, as in “Krümelschublade leeren”.',
  ],
  symptomTitle: 'Der Toaster wirft das Brot sofort aus',
  likely: '„kann“, „oft“ oder „meist“',
  remedyInTitle:
    /^(?:wie|so)\s+(?:man|sie)\b|(?<!\p{L})(?:beheben|behoben|reparieren|repariert)(?!\p{L})|(?<!\p{L}|nicht\s)(?:zurücksetzen|neu starten|ausschalten|einschalten|aktualisieren|löschen|entfernen|ersetzen)$/iu,
  fillers: /(?<!\p{L})(?:bitte|einfach|ganz leicht|kinderleicht|mühelos|problemlos)(?!\p{L})/giu,
  blindLinks:
    /(?<!\p{L})(?:klicken|tippen|drücken)\s+(?:Sie\s+)?hier(?!\p{L})|(?<!\p{L})hier\s+(?:klicken|tippen)(?!\p{L})/giu,
  blame:
    /(?<!\b(?:falls|wenn|ob)\s)\bSie\s+haben\s+(?:vergessen|versäumt|(?:es|das|etwas)\s+falsch\s+gemacht|einen\s+Fehler\s+gemacht)\b|(?<!\bnicht\s)\bIhre?[mnrs]?\s+(?:eigener?\s+)?(?:Fehler|Schuld|Nachlässigkeit)\b|\bselbst\s+schuld\b|\b(?:Bedien|Benutzer)(?:ungs)?fehler\b/giu,
  negation: /\b(?:kein\p{L}*|nicht|nie|niemals|nichts|niemand|ohne|weder|noch)\b/iu,
  promise:
    /(?<!\b(?:nicht|kein|keine|nie|fast)\s)\bgarantiert\b|(?<!\b(?:nicht|fast|nahezu)\s)\bimmer\s+(?:hilft|funktioniert|klappt)\b|\b(?:hilft|funktioniert|klappt)\s+(?:immer|jedes\s+Mal|sicher|bestimmt)\b|\bmit\s+Sicherheit\b|\bauf\s+jeden\s+Fall\b|\b100\s?%\s+(?:sicher|erfolgreich|wirksam)/giu,
  loss: /(?<!\p{L})(?:geht|gehen)\s[^.;]*?\bverloren\b|(?<!\p{L})(?:wird|werden)\s[^.;]*?\bgelöscht\b|(?<!\p{L})Sie\s+(?:verlieren|haben\s+(?:dann\s+)?keinen?\s+(?:Empfang|Anschluss))\b/iu,
  noLoss:
    /(?<!\p{L})(?:nichts|kein(?:e[mnrs]?)?|nie|ohne|statt)(?!\p{L})[^.;]*?\b(?:verloren|verlieren|gelöscht|löschen)\b|(?<!\p{L})(?:geht|gehen|wird|werden)\s+(?:dabei\s+)?(?:nichts|nicht)(?!\p{L})[^.;]*?\b(?:verloren|gelöscht)\b/giu,
  unknowable:
    /(?<!\p{L})(?:niemand|nichts|kein\s+\p{L}+)(?!\p{L})[^.;]*\b(?:beweisen|zeigen|wissen)\b|(?<!\p{L})(?:lässt\s+sich|kann\s+man)\s+nicht\s+(?:feststellen|beweisen|wissen|sagen)\b|(?<!\p{L})kein\s+sicheres\s+Zeichen\b/iu,
  beforeYouStart: /^(?:bevor sie (?:beginnen|anfangen)|vor dem (?:beginn|anfang|start))$/i,
  nothingLost:
    /(?<!\p{L})(?:nichts geht (?:dabei )?verloren|(?:es|dabei) geht nichts verloren|ohne (?:etwas zu verlieren|verlust))(?!\p{L})/iu,
  others: /(?<!\p{L})(?:die andere person|der andere|deren|dessen|sein Gerät)(?!\p{L})/iu,
  leadIn: /^\s*(?:(?:wenn|falls|nachdem|sobald|solange|bevor)\s[^,]*,\s+)+/i,
  nextAction:
    /(?:,|;)?\s+(?:und\s+)?(?:(?:dann|danach|anschließend)\s+)?(?<!\p{L})(\p{L}+)(?=\s+Sie(?!\p{L}))(?:(?<=(?:dann|danach|anschließend)\s+\p{L}+)|(?=\s+Sie\s+(?:dann|danach|anschließend)(?!\p{L})))/gu,
  lateCondition:
    /(?<!\b(?:und|oder|auch|selbst|nur|erst|außer)\s)(?<![;:—–(]\s*)\b(?:wenn|falls)\s(?![^,]*,)/,
  conditionFirst: (condition, order) => `Wenn ${condition}, ${order}.`,
  latePlace:
    /^\s*((?:(?:Wenn|Falls|Nachdem) [^,]*, )?)((\p{L}+) Sie(?: auf| die| den| das)? \uE000[^\uE001]*\uE001),? ((?:in|im|auf|unter|bei) (?:der |dem )?(?:\uE000[^\uE001]*\uE001|\uE002[^\uE003]*\uE003))(.*)$/su,
  placeFirst: (place, action) => `${place} ${action}`,
};

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
