/** The words that generated knowledge bases are made of, in one language. Sentences hold `{part}`, `{place}` and `{sign}`. */
export interface Vocabulary {
  readonly language: string;
  readonly title: string;
  readonly headings: {
    readonly meaning: string;
    readonly apart: string;
    readonly happens: string;
    readonly recognise: string;
    readonly does: string;
    readonly steps: string;
    readonly worked: string;
    readonly table: readonly [string, string, string];
  };
  readonly parts: readonly string[];
  readonly places: readonly string[];
  readonly signs: readonly string[];
  readonly symptom: string;
  readonly cause: string;
  readonly fix: string;
  readonly verify: string;
  readonly lost: string;
  readonly see: string;
  readonly sentences: readonly string[];
  readonly steps: readonly string[];
  readonly ask: string;
  readonly answers: readonly string[];
}

const english: Vocabulary = {
  language: 'en',
  title: 'Workshop help',
  headings: {
    meaning: 'What it means',
    apart: 'How to tell it apart',
    happens: 'What happens',
    recognise: 'How to recognise it',
    does: 'What this does',
    steps: 'Steps',
    worked: 'Check it worked',
    table: ['Part', 'Place', 'Sign'],
  },
  parts: words(
    'pump valve filter belt motor sensor hinge latch cable plug relay fuse gasket nozzle rotor spring lever drum tray lamp switch dial hose seal bearing brush coil fan grille handle heater impeller jack keypad lens magnet needle outlet panel',
  ),
  places: words(
    'cellar kitchen workshop hall garage attic yard office stable barn shed laundry pantry studio porch bakery brewery dairy foundry garden harbour laboratory mill nursery press quarry smithy tannery vineyard warehouse',
  ),
  signs: words(
    'rattles stops leaks hums sticks smells drips slips blinks whistles overheats freezes jams fades sways clicks sparks stalls squeaks trembles',
  ),
  symptom: 'The {part} in the {place} {sign}',
  cause: 'The {part} of the {place} {sign} under load',
  fix: 'Renew the {part} that {sign} in the {place}',
  verify: 'The {part} runs for a minute, and nothing {sign}.',
  lost: 'You lose:',
  see: 'See also',
  sentences: [
    'When the {part} {sign}, the whole line in the {place} waits for it.',
    'Most people notice it first in the {place}, long before the {part} {sign}.',
    'A worn {part} often looks fine from outside.',
    'Look at the {part} in good light, and touch it with a dry hand.',
    'In a cold {place} the same thing can happen without any fault.',
    'If nothing {sign} after an hour, the {part} is not to blame.',
    'The maker says that a {part} lasts about five years in a {place}.',
    'Dust from the {place} settles on the {part} and makes it slow.',
    'Write down when it {sign}, because the time tells a lot.',
    'Two of three reports name the {part}, and half of those are right.',
  ],
  steps: [
    'Switch the {part} off at the wall of the {place}.',
    'Open the lid above the {part}.',
    'Take the {part} out with both hands, straight up.',
    'Wipe the seat of the {part} with a dry cloth.',
    'Put the new {part} in until it clicks.',
    'Close the lid, and switch the {place} on again.',
    'Watch the {part} for a minute.',
  ],
  ask: 'Does the {part} in the {place} feel warm?',
  answers: ['Yes', 'No', 'Only at times'],
};

const german: Vocabulary = {
  language: 'de',
  title: 'Hilfe für die Werkstatt',
  headings: {
    meaning: 'Was das bedeutet',
    apart: 'So unterscheidest du es',
    happens: 'Was passiert',
    recognise: 'So erkennst du es',
    does: 'Was das bewirkt',
    steps: 'Schritte',
    worked: 'Prüfe das Ergebnis',
    table: ['Teil', 'Ort', 'Zeichen'],
  },
  parts: words(
    'Pumpe Dichtung Leitung Sicherung Feder Lampe Klappe Rolle Bremse Welle Achse Schraube Mutter Spule Walze Trommel Kette Scheibe Buchse Taste Anzeige Heizung Schiene Platte Leiste Klammer Kappe Hülse Düse Nadel Wanne Schale Stange Spindel Kurbel Weiche Lasche Öse Bürste Zunge',
  ),
  places: words(
    'Küche Werkstatt Halle Scheune Garage Kammer Diele Mühle Brauerei Bäckerei Molkerei Gießerei Gärtnerei Schmiede Gerberei Druckerei Wäscherei Schreinerei Kelter Tenne Laube Stube Ölmühle Sägerei Weberei Färberei Kanzlei Praxis Schule Kapelle',
  ),
  signs: words(
    'klappert stockt leckt brummt klemmt riecht tropft rutscht blinkt pfeift überhitzt vereist hakt verblasst schwankt klickt funkt ruckt quietscht zittert',
  ),
  symptom: 'Die {part} in der {place} {sign}',
  cause: 'Die {part} der {place} {sign} unter Last',
  fix: 'Erneuere die {part}, die in der {place} {sign}',
  verify: 'Die {part} läuft eine Minute, und nichts {sign}.',
  lost: 'Du verlierst:',
  see: 'Siehe auch',
  sentences: [
    'Wenn die {part} {sign}, wartet die ganze {place} auf sie.',
    'Die meisten merken es zuerst in der {place}, lange bevor die {part} {sign}.',
    'Eine alte {part} sieht von außen oft gut aus.',
    'Sieh dir die {part} bei gutem Licht an, und berühre sie mit trockener Hand.',
    'In einer kalten {place} kann dasselbe ohne einen Fehler passieren.',
    'Wenn nach einer Stunde nichts {sign}, liegt es nicht an der {part}.',
    'Der Hersteller sagt, dass eine {part} in einer {place} fünf Jahre hält.',
    'Staub aus der {place} legt sich auf die {part} und macht sie langsam.',
    'Schreib auf, wann etwas {sign}, denn die Zeit verrät viel.',
    'Zwei von drei Berichten nennen die {part}, und die Hälfte hat recht.',
  ],
  steps: [
    'Schalte die {part} an der Wand der {place} aus.',
    'Öffne den Deckel über der {part}.',
    'Nimm die {part} mit beiden Händen heraus, gerade nach oben.',
    'Wisch den Sitz der {part} mit einem trockenen Tuch ab.',
    'Setz die neue {part} ein, bis sie klickt.',
    'Schließ den Deckel, und schalte die {place} wieder ein.',
    'Sieh der {part} eine Minute lang zu.',
  ],
  ask: 'Ist die {part} in der {place} warm?',
  answers: ['Ja', 'Nein', 'Nur manchmal'],
};

/** The languages that knowledge bases can be generated in. */
export const vocabularies: Readonly<Record<string, Vocabulary>> = { en: english, de: german };

function words(list: string): readonly string[] {
  return list.split(' ');
}
