import type { SearchLanguage } from '../../domain/search/language.ts';

/**
 * What the search has to know of English, in any knowledge base. Words of one trade or product do not belong here but into
 * the `also` lists of its glossary.
 */
export const searchLanguage: SearchLanguage = {
  language: 'en',
  endings: [
    ['^(\\w{2,})ie[sd]$', '$1y'],
    ['^(\\w+(?:ss|sh|ch|x|zz))es$', '$1'],
    ['^(\\w*[^su\\W])s$', '$1'],
    ['^(?=\\w*[aeiouy]\\w*(?:ing|ed)$)(\\w+[^\\We])(?:ing|ed)$', '$1'],
    ['^(\\w{4,}[st])ion$', '$1'],
    ['^(\\w*?)([bdfgklmnprt])\\2$', '$1$2'],
    ['^(\\w{3,})e$', '$1'],
  ],
  stopWords: words(`
    a an the this that these those there here my your its our mine yours i im ive id ill me you youre it we us theyre themselves myself itself
    is are was were be been being am do does did doing done has have had having will would can could should shall may might must
    and or but so if then than as at by for from in into of to with about because cause since while during just really very too also even still already ever
    how what why when where which who whom whats hows wheres whos thats theres heres hes shes weve youve theyve theyll youll itll please help hi hello hey ok okay lol omg wtf ugh plz pls thanks
    some any literally actually basically suddenly accidentally randomly constantly apparently supposed somehow seems seem make makes making made want need let lets
    maybe perhaps totally completely absolutely definitely probably usually normally whenever everytime anyway anyways lately recently honestly seriously weird strange damn bloody dear sir madam
    monday tuesday wednesday thursday friday saturday sunday morning afternoon evening weekend yesterday today tonight tonite
    mean means meaning meant stand stands
    thing things stuff way kind sort like u ur r bc cuz cos gonna wanna gotta
  `),
  same: table({
    not: 'no never none nothing without wont cant cannot dont doesnt didnt isnt arent wasnt werent havent hasnt hadnt wouldnt couldnt shouldnt aint unable nt neither nor',
    send: 'sent sends',
    go: 'went gone goes going',
    say: 'said says saying',
    receive: 'recieve recieved recieving',
    take: 'took taken',
    give: 'gave given',
    find: 'found',
    lose: 'lost losing',
    break: 'broke broken',
    come: 'came coming',
    choose: 'chose chosen',
    freeze: 'froze frozen',
    hang: 'hung',
    buy: 'bought',
    see: 'saw',
    get: 'got gotten',
    keep: 'kept',
    resend: 'resent',
    try: 'tried',
    show: 'shown',
    write: 'wrote written',
    know: 'knew known',
    begin: 'began begun',
    read: 'reads',
    stick: 'stuck',
    leave: 'left',
    use: 'used',
    run: 'ran running',
    one: '1',
    two: '2',
    people: 'persons',
    child: 'children kid kids',
    man: 'men',
    woman: 'women',
    message: 'msg msgs mesg',
    text: 'txt txts texted',
    photo: 'pic pics photograph photographs',
    video: 'vid vids',
    number: 'num nr',
    account: 'acct',
    password: 'pw pwd passwd',
    phone: 'fone telephone cellphone handset smartphone',
    person: 'someone somebody',
    friend:
      'boyfriend girlfriend husband wife mom mum mother dad father brother sister son daughter ex crush bf gf bestie buddy mate pal boss client customer lady coworker colleague grandma grandmother granny grandpa aunt uncle cousin nan nana neighbor neighbour roommate fiance fiancee hubby spouse partner girl guy dude',
    they: 'them their theirs he she his her him hes shes',
    through: 'thru',
    notification: 'notif notifs',
    information: 'info',
    application: 'app apps',
    update: 'updt upd',
    mobile: 'mob',
    because: 'coz',
    settings: 'sett',
    everyone: 'everybody anybody anyone',
    colour: 'color colors colours',
    centre: 'center',
    cancel: 'cancelled canceled',
  }),
  alike: [
    ['photo', 'picture', 'image'],
    ['video', 'clip', 'movie'],
    ['delete', 'remove', 'erase', 'clear', 'wipe'],
    ['restart', 'reboot', 'power cycle', 'turn off and on', 'switch off and on', 'switch off and back on'],
    ['force restart', 'hard reset', 'hard reboot', 'restart frozen'],
    ['turn off', 'disable', 'switch off', 'deactivate', 'shut off'],
    ['turn on', 'enable', 'switch on', 'activate'],
    ['toggle', 'turn off and on', 'switch off and on'],
    ['log in', 'sign in', 'login', 'logon'],
    ['log out', 'sign out', 'logout', 'logoff', 'log off', 'sign off'],
    [
      'not working',
      'broken',
      'failing',
      'fails',
      'out of order',
      'does not work',
      'stopped working',
      'malfunction',
    ],
    ['not send', 'failed to send', 'not go through', 'not going through', 'fails to send', 'fail'],
    ['stuck', 'frozen', 'hanging', 'hung', 'not responding', 'unresponsive', 'freezes', 'crashed'],
    ['full', 'no space', 'out of space', 'no room', 'out of memory'],
    ['make space', 'free up space', 'free up storage', 'make room', 'clear space'],
    ['slow', 'sluggish', 'takes forever', 'weak'],
    ['wrong', 'incorrect', 'bad', 'not right'],
    ['old', 'outdated', 'out of date', 'previous'],
    ['new', 'latest', 'newest'],
    ['install', 'update', 'upgrade'],
    ['contact', 'call', 'phone', 'ring', 'reach', 'talk to', 'speak to'],
    ['change', 'switch', 'replace', 'swap'],
    ['choose', 'select', 'pick', 'set'],
    ['fix', 'repair', 'solve', 'sort out'],
    ['check', 'verify', 'look at', 'see if'],
    ['test', 'try out'],
    ['arrive', 'come through', 'reach'],
    ['receive', 'get'],
    ['silent', 'muted', 'silenced', 'no sound'],
    ['off', 'switched off', 'turned off', 'powered off'],
    ['dead', 'no battery', 'out of battery', 'battery died', 'off'],
    ['only one person', 'one contact', 'one person', 'single person', 'certain person', 'one friend'],
    ['everyone', 'anyone', 'all my contacts', 'nobody', 'no one', 'all contacts'],
    ['too big', 'too large', 'too long', 'large', 'huge'],
    ['smaller', 'compress', 'shrink', 'reduce'],
    ['company', 'work', 'office', 'business', 'corporate'],
    ['clock', 'time', 'date and time'],
    ['icon', 'symbol', 'sign', 'mark'],
    ['mark', 'point'],
    ['loading', 'spinning', 'in progress'],
    ['abroad', 'overseas', 'foreign', 'travelling', 'travel'],
    ['error', 'alert', 'warning'],
    ['money', 'credit', 'balance'],
    ['limit', 'cap', 'allowance', 'quota'],
    ['friend', 'other person'],
    ['only', 'unless'],
    ['keeps', 'again and again', 'over and over', 'every time', 'all the time', 'constantly'],
    ['switched to', 'moved to', 'changed to'],
    ['write', 'text'],
    ['show', 'say'],
    ['laptop', 'computer', 'pc'],
  ],
  askMeaning: ['what does', 'what is', 'what are', 'meaning of', 'meaning', 'mean'],
  negation: 'not',
};

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

function table(groups: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([word, others]) => words(others).map((other) => [other, word])),
  );
}
