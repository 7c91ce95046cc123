import type { SearchLanguage } from '../../domain/search/language.ts';
import { wordsIn } from '../../domain/search/text.ts';

const v = '[aeiouy]';
const c = '[^aeiouy]';
// The regions of the Snowball stemmer, as what stands before an ending: up to the first consonant behind a vowel or further,
// and the same again behind that. Written without looking behind, which Safari cannot do before 16.4.
const r1 = `${c}*${v}+(?=${c}).+?`;
const r2 = `${c}*${v}+${c}+${v}+(?=${c}).+?`;
const r2NoE = `${c}*${v}+${c}+${v}+(?=${c})(?:.*?[^e])`;

/**
 * What the search has to know of German. The endings are the Snowball stemmer (snowballstem.org/algorithms/german), written
 * for words without umlauts, since the search folds them. Before it, `ae`, `oe` and `ue` are what people type for them; after
 * it, `geleert` and `klemmt` become what `leeren` and `klemmen` are, because readers tell of what happens and happened.
 */
export const searchLanguage: SearchLanguage = {
  language: 'de',
  endings: [
    ['(^|[^aeiouyq])([aou])e', '$1$2'],
    [`(${v})u(?=${v})`, '$1U'],
    [`(${v})y(?=${v})`, '$1Y'],
    ['(nis)se[ns]?$', '$1'],
    [`^(?:(${r1})(?:ern|em|er|en|es|e)|(${c}*${v}+(?=${c}).*[bdfghklmnrt])s)$`, '$1$2'],
    [`^(?:(${r1})(?:est|en|er)|(?=.{6})(${c}*${v}+(?=${c}).*[bdfghklmnt])st)$`, '$1$2'],
    [
      `^(?:(${r2NoE})ig(?:end|ung)|(${r2})(?:end|ung)|(${r2NoE})(?:ig|ik|isch)|(?=${r2}(?:lich|heit)$)(${r1})e[rn](?:lich|heit)|(${r2})(?:lich|heit)|(${r2})(?:lich|ig)keit|(${r2})keit)$`,
      '$1$2$3$4$5$6$7',
    ],
    ['U', 'u'],
    ['Y', 'y'],
    ['^(?:ge(?=\\w{3}))?(\\w{2,}[^aeiouy\\W])e?t$', '$1'],
  ],
  stopWords: words(`
    der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene jenes
    ich du er sie es wir ihr mich mir dich dir ihn ihm uns euch ihnen sich mein meine meinen meinem meiner meines dein deine deinen deinem
    sein seine seinen seinem unser unsere ihre ihren ihrem ist sind war waren bin bist wird werden wurde worden hat habe haben hatte gehabt
    kann können konnte könnte soll sollte muss müssen darf will möchte würde lassen lässt tut tun
    und oder aber dass ob wenn dann als wie so also doch denn weil da damit an am auf aus bei beim bis durch für gegen in im ins mit nach seit
    über um unter von vom vor zu zum zur zwischen noch schon nur auch sehr immer wieder mal ja bitte danke hallo hilfe
    was warum wieso weshalb wer wen wem wo wohin woher wann welche welcher welches hier dort
    bedeutet bedeutung heißt
    einfach plötzlich eigentlich gerade jetzt etwas irgendwie irgendetwas ding dinge sache art man
  `),
  same: table({
    nicht: 'kein keine keinen keinem keiner keines nie niemals nichts ohne',
    gehen: 'geht ging gegangen',
    kommen: 'kommt kam gekommen',
    senden: 'sendet sandte gesendet gesandt schicken schickt geschickt',
    empfangen: 'empfängt empfing',
    bekommen: 'bekommt bekam kriegen kriegt gekriegt',
    nehmen: 'nimmt nahm genommen',
    geben: 'gibt gab gegeben',
    sehen: 'sieht sah gesehen',
    lesen: 'liest las gelesen',
    stehen: 'steht stand gestanden',
    bleiben: 'bleibt blieb geblieben',
    sprechen: 'spricht sprach gesprochen',
    springen: 'springt sprang gesprungen',
    brechen: 'bricht brach gebrochen',
    brennen: 'brennt brannte gebrannt verbrennen verbrennt verbrannt verbrannte verbranntes verbrannter',
    schließen: 'schließt schloss geschlossen',
    ziehen: 'zieht zog gezogen',
    verlieren: 'verliert verlor verloren',
    anzeigen: 'zeigt angezeigt',
    starten: 'startet gestartet',
    löschen: 'löscht gelöscht',
    drücken: 'drückt gedrückt',
    funktionieren: 'funktioniert funktionierte klappen klappt geklappt',
    handy: 'smartphone mobiltelefon telefon',
    foto: 'bild bilder fotos',
    nachricht: 'sms msg',
    nummer: 'nr num',
    passwort: 'pw kennwort',
    eins: '1',
    zwei: '2',
  }),
  alike: [
    ['löschen', 'entfernen', 'wegmachen'],
    ['neu starten', 'neustart', 'aus und wieder einschalten', 'aus und an machen'],
    ['ausschalten', 'abschalten', 'deaktivieren', 'ausmachen'],
    ['einschalten', 'anschalten', 'aktivieren', 'anmachen'],
    ['anmelden', 'einloggen', 'login'],
    ['abmelden', 'ausloggen', 'logout'],
    ['geht nicht', 'funktioniert nicht', 'kaputt', 'defekt', 'tut nicht'],
    ['hängt', 'eingefroren', 'reagiert nicht', 'abgestürzt'],
    ['voll', 'kein platz', 'kein speicher'],
    ['langsam', 'dauert ewig'],
    ['falsch', 'verkehrt'],
    ['alt', 'veraltet'],
    ['neu', 'neueste', 'aktuell'],
    ['aktualisieren', 'update', 'installieren'],
    ['kundendienst', 'support', 'anrufen'],
    ['ändern', 'umstellen', 'wechseln', 'tauschen'],
    ['auswählen', 'wählen', 'aussuchen'],
    ['beheben', 'reparieren', 'lösen'],
    ['prüfen', 'nachsehen', 'kontrollieren', 'testen'],
    ['stumm', 'lautlos', 'kein ton'],
    ['zu groß', 'zu lang', 'riesig'],
    ['kein strom', 'ohne strom', 'strom weg', 'sicherung raus'],
    ['säubern', 'reinigen', 'sauber machen', 'putzen'],
    ['dunkel', 'schwarz', 'verbrannt'],
    ['fehler', 'meldung', 'warnung'],
  ],
  askMeaning: phrases(['was bedeutet', 'was heißt', 'was ist', 'bedeutung']),
  negation: 'nicht',
};

/** Words as the search compares them: without umlauts. */
function words(text: string): readonly string[] {
  return wordsIn(text);
}

function phrases(texts: readonly string[]): readonly string[] {
  return texts.map((text) => words(text).join(' '));
}

function table(groups: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([word, others]) =>
      words(others).map((other) => [other, words(word).join('')]),
    ),
  );
}
