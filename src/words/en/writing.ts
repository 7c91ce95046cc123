import type { WritingWords } from '../writing-words.ts';

/** First words that no order begins with. */
const notVerbs = set(
  'a an the this that these those my your our their his her its it i you we they he she how why what when where who which whether if is are was were does did can could should would will may might must to of in on at by for from with without about after before during no not never always please simply just easy easily first then new old some any all every each there here',
);
/** Base forms that end like something else. */
const verbsInIng = set('bring ring sing spring string swing ping wring sling cling fling sting');
const verbsInS = set(
  'access address assess bypass compress cross discuss dismiss dress express focus guess miss pass press process progress stress toss canvas',
);

/** What the writing rules look for in English. */
export const writingWords: WritingWords = {
  actions: set(
    'accept add allow answer ask attach call change check choose clean clear click close compare confirm connect copy correct delete disconnect double-click download drag drop edit eject empty enter erase fill find follow give go hold insert install join keep leave let lift lock log look make mark move note open paste pick plug press pull push put quit read release remove rename repeat replace reset restart return run save say scroll search select send set share shut sign slide start stop swipe switch take tap tell test tick tip touch try turn type uncheck uninstall unlock unplug untick update use visit wait write',
  ),
  asking: set(
    'ask check decide find know learn look note read remember say see show tell test try watch wonder',
  ),
  small: set(
    'a an and as at but by for from in into nor not of off on onto or out over so the to up via with',
  ),
  isOrder: beginsWithVerb,
  notAnOrder: (title) => [
    `The title of a fix is an order, and \`${title.split(' ')[0]}\` is no verb in its base form.`,
    'Begin with what to do, as in “Empty the crumb tray”.',
  ],
  symptomTitle: 'The toaster pops up at once',
  likely: '“may”, “often” or “usually”',
  remedyInTitle:
    /^how to\b|\b(?:fix|fixes|fixed|fixing|solve|solved|solving|repair|repairing|troubleshoot|troubleshooting)\b|^(?:reset|restart|turn|reinstall|update|clear|enable|disable|check|change|remove|replace)\s+(?:the|your|my|a|an|it|off|on)\b/i,
  fillers: /\b(?:please|simply|just|eas(?:y|ily|ier))\b/gi,
  blindLinks: /\b(?:click|tap|press) here\b/gi,
  blame:
    /(?<!\b(?:if|in case|when|unless|whether)\s)\byou\s+(?:failed|forgot|broke|messed|neglected|caused|blundered|did\s+(?:it|this|that|something)\s+wrong|made\s+(?:a|the)\s+mistake|should\s+(?:not\s+)?have)\b|(?<!\bnot\s)\byour\s+(?:own\s+)?(?:fault|mistake|carelessness|negligence)\b|\bwrong\s+of\s+you\b|\buser\s+error\b/gi,
  negation: /\b(?:no|not|never|none|nothing|nobody|without|cannot|neither|nor|\p{L}+n['’]t)\b/iu,
  promise:
    /(?<!\b(?:no|not|never|nothing is|cannot be|without)\s)\bguarantee(?:d|s)?\b|(?<!\b(?:almost|nearly|not|but not|does not|do not)\s)\balways\s+(?:works?|helps?|solves?|fixes|succeeds)\b|\bwill\s+(?:definitely|certainly|surely|always)\b|\bwill\s+(?:fix|solve|cure)\b|(?<!\b(?:not|it is not)\s)\bdefinitely\b|(?<!\bnot\s)\bworks\s+every\s+time\b|\bnever\s+fails\b|\b100\s?%\s+(?:sure|certain|safe|success|effective)/gi,
  loss: /\b(?:is|are|be|gets?|goes|becomes?) (?:lost|erased|deleted|wiped|gone for good)\b|\byou(?:['’]ll| will| may| can| could| would)? lose\b|\b(?:it|this|that) (?:also )?(?:deletes|erases|wipes|removes all)\b|\byou have no (?:service|signal|line)\b/i,
  noLoss:
    /\b(?:nothing|no|none|neither|not|never|without|cannot|instead of)\b[^.;]*?\b(?:lost|lose|losing|deleted|deletes|erased|erases|wiped|wipes)\b|\bn['’]t\b[^.;]*?\b(?:lose|lost|deleted|erased)\b|\btreat (?:it|this) as lost\b|\b(?:before|until) you lose\b/gi,
  unknowable:
    /\b(?:nothing|nobody|no one|none)\b[^.;]*\bcan (?:prove|show|tell|know|confirm)\b|\b(?:cannot|can not|can['’]t) (?:be (?:known|proven|proved|shown|told|confirmed)|prove|know|tell for sure|confirm)\b|\bno (?:sure|certain) (?:sign|way)\b|\bno way to (?:know|tell)\b/i,
  beforeYouStart: /^before you (?:start|begin)$/i,
  nothingLost: /\b(?:nothing is lost|loses? nothing|nothing gets lost|without losing anything)\b/i,
  others: /\b(?:they|their|theirs|the other person)\b/i,
  leadIn: /^\s*(?:(?:after|at|below|for|if|in|later|near|on|once|to|under|when|with)\b[^,]*,\s+)+/i,
  nextAction: /(?:,|;)?\s+(?:and\s+)?then\s+([\p{L}-]+)/gu,
  lateCondition: /(?<!\b(?:and|or|even|as|only|but|then)\s)(?<![;:—–(]\s*)\bif\s(?!asked\b)(?![^,]*,)/,
  conditionFirst: (condition, order) => `If ${condition}, ${order}.`,
  latePlace:
    /^\s*((?:(?:If|When|After) [^,]*, )?)((\p{L}[\p{L}-]*)(?: on| off)? \uE000[^\uE001]*\uE001(?: on| off| too| again)*),? ((?:in|on|under|at) (?:the )?(?:\uE000[^\uE001]*\uE001|\uE002[^\uE003]*\uE003))(.*)$/su,
  placeFirst: (place, action) => `${place}, ${action}`,
};

function beginsWithVerb(title: string): boolean {
  const first = /^[\p{L}’'-]+/u.exec(title)?.[0].toLowerCase();
  if (first === undefined || notVerbs.has(first)) return false;
  if (/ing$/.test(first)) return verbsInIng.has(first);
  return !/[^s]s$/.test(first) || verbsInS.has(first);
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
