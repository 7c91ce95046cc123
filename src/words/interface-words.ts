/** Every word that the interface says: strings, and functions where something goes into a sentence. */
export interface InterfaceWords {
  /** What the Markdown plugins write into articles. */
  readonly markup: {
    readonly task: string;
    readonly linkToHeading: (text: string) => string;
    readonly linkToStep: (number: number) => string;
    readonly gonePage: (title: string, because: string) => string;
    readonly gonePlace: (title: string, because: string) => string;
    readonly goOn: string;
    /** What a box that scrolls is called, for those who do not see what is in it. */
    readonly table: string;
    readonly code: string;
    readonly footnotes: string;
    /** The link from footnote `note` back to the text; `again` counts the places that name it. */
    readonly backFromNote: (note: number, again: number) => string;
    readonly copyCode: string;
    readonly codeCopied: string;
    /** Where a browser does not let the page copy, the text is selected. */
    readonly copyCodeByHand: string;
  };
  /** The frame of every page. */
  readonly page: {
    readonly skip: string;
    readonly home: string;
    readonly breadcrumbs: string;
    readonly siteMenu: string;
    /** The ways in, in the header: what the button that shows them on a phone is called. */
    readonly menu: string;
    readonly share: string;
    /** What the device's own choice between light and dark is overruled with. */
    readonly theme: {
      readonly label: string;
      readonly auto: string;
      readonly light: string;
      readonly dark: string;
    };
    readonly titleOf: (page: string, site: string) => string;
    /** What the article was written from, and the day (in words) when it was last looked over. */
    readonly checkedOn: (on: string | undefined, date: string | undefined) => string;
    readonly sources: string;
    /** The banner of an article that is not finished, with how many things are to be decided in it. */
    readonly draft: (toDecide: number) => string;
    /** `date` is in words. */
    readonly sourceChecked: (date: string) => string;
    readonly license: (name: string) => string;
    readonly helpTitle: (name: string) => string;
    readonly helpText: string;
    readonly call: (phone: string) => string;
    readonly print: string;
  };
  /** Pages of the owner's own. */
  readonly ownPages: {
    /** What a result of the search is called that is such a page. */
    readonly one: string;
    readonly write: (mail: string) => string;
    readonly mailSubject: (site: string) => string;
    /** Where nobody has named an address for reports. */
    readonly noAddress: string;
  };
  /** What symptoms, causes and fixes are called: one, all of them, and the title of their list. */
  readonly kinds: {
    readonly symptom: KindWords;
    readonly cause: KindWords;
    readonly fix: KindWords;
  };
  /** How often a cause is behind a symptom. */
  readonly likelihood: {
    readonly 'almost-always': string;
    readonly often: string;
    readonly sometimes: string;
    readonly seldom: string;
    readonly rarely: string;
    readonly measured: string;
  };
  /** How well a fix helps. */
  readonly works: {
    readonly 'almost-always': string;
    readonly often: string;
    readonly sometimes: string;
    readonly seldom: string;
    readonly rarely: string;
    readonly measured: string;
    readonly workaround: string;
    readonly confirms: string;
  };
  /** How long a fix takes. */
  readonly duration: {
    readonly minutes: (minutes: number) => string;
    readonly wait: (minutes: number) => string;
  };
  /** The first page. */
  readonly home: {
    readonly lead: string;
    /** Before the title of the plan that a returning reader was busy with. */
    readonly wereAt: string;
    readonly hideWereAt: string;
    readonly searchHint: string;
    readonly unsureTitle: string;
    readonly unsureLink: string;
    readonly otherGroup: string;
    readonly waysIn: string;
    readonly byCause: string;
    readonly byCauseText: string;
    readonly byFix: string;
    readonly byFixText: string;
    readonly byMap: string;
    readonly byMapText: string;
  };
  /** The pages of symptoms. */
  readonly symptom: {
    readonly plan: string;
    readonly planAfter: string;
    readonly questionOf: (number: number, of: number) => string;
    readonly more: (count: number) => string;
    readonly allCauses: (count: number) => string;
    readonly planNote: string;
    readonly why: string;
    readonly then: string;
    readonly now: string;
    readonly stop: (support: string) => string;
    readonly stopText: string;
    readonly lessLikely: string;
    readonly lessLikelyAfter: string;
    readonly lastResort: string;
    readonly lastResortText: string;
    readonly causes: string;
    readonly similar: string;
    readonly shared: (title: string) => string;
    /** How the order is worked out, and that its numbers are estimates. */
    readonly whyText: readonly [how: string, estimate: string];
    readonly whyTable: {
      readonly fix: string;
      readonly time: string;
      readonly reason: string;
      readonly works: string;
    };
    readonly nearBest: string;
    readonly authorOrder: string;
    readonly notSure: string;
    readonly answered: string;
    readonly change: string;
    readonly allAnswers: string;
    readonly reason: (likelihood: string, cause: string) => string;
    readonly alsoFor: (count: number) => string;
    readonly onScreen: string;
  };
  /** The pages of causes. */
  readonly plan: {
    readonly helpsIf: (title: string, condition: string | undefined) => string;
    readonly tryThese: (count: number) => string;
    readonly testOnce: string;
    readonly mayCost: string;
    readonly workedFor: (worked: number, tried: number) => string;
    readonly open: string;
    readonly change: Readonly<Record<'likelier' | 'less-likely', string>>;
  };
  /** The first questions, for a reader who does not know what they see. */
  readonly start: {
    readonly home: string;
    readonly here: string;
    readonly differences: string;
    readonly thisPage: string;
    readonly notHere: string;
    readonly candidates: string;
    readonly candidatesText: string;
    readonly plan: string;
    readonly planText: string;
    readonly all: string;
  };
  /** What was tried before, on the page of those who have tried a lot. */
  readonly triedBefore: {
    readonly title: string;
    readonly tick: string;
    readonly list: string;
    readonly support: (name: string) => string;
  };
  readonly devices: {
    readonly for: string;
    readonly any: string;
    readonly seems: (name: string) => string;
    readonly chosen: (name: string) => string;
  };
  readonly cause: {
    readonly explains: string;
    readonly fixes: string;
    readonly side: string;
    readonly workarounds: string;
    readonly noFix: string;
  };
  /** The pages of fixes. */
  readonly fix: {
    readonly facts: string;
    readonly about: string;
    readonly more: string;
    /** `who`: whose device it may be instead. */
    readonly askNote: (who: string) => string;
    readonly lost: string;
    readonly stepDone: (n: string) => string;
    readonly kept: string;
    readonly needs: string;
    readonly cost: string;
    readonly who: string;
    readonly applies: string;
    readonly first: string;
    readonly solves: string;
    readonly plans: string;
    readonly place: (position: number, total: number) => string;
    readonly notInPlan: string;
    readonly asWorkaround: string;
    readonly verify: string;
  };
  /** The first sentence of each list. */
  readonly indexes: {
    readonly symptoms: string;
    readonly causes: string;
    readonly fixes: string;
  };
  /** Marking what was tried on a plan. Gaps such as `{fix}` are filled in by scripts. */
  readonly tried: {
    readonly showMe: string;
    readonly marks: string;
    readonly results: {
      readonly w: string;
      readonly n: string;
      readonly s: string;
    };
    readonly skip: string;
    readonly undo: string;
    readonly worked: string;
    readonly title: string;
    readonly count: string;
    readonly skippedCount: string;
    /** After the count: the minutes of all that is not tried yet. */
    readonly left: string;
    readonly kept: string;
    readonly copy: string;
    readonly copied: string;
    readonly copyYourself: string;
    readonly startOver: string;
    readonly forgotten: string;
    readonly linked: string;
    readonly keep: string;
    readonly discard: string;
    readonly announce: string;
    readonly announceNext: string;
    readonly announceStop: string;
    readonly support: {
      /** The field for what the device showed. */
      readonly ask: string;
      readonly device: string;
      readonly said: string;
      readonly tried: string;
      readonly link: string;
    };
  };
  /** The question whether a fix helped, on its page. */
  readonly outcome: {
    readonly title: string;
    readonly elsewhere: string;
    readonly elsewhereLink: string;
    readonly elsewhereEnd: string;
    readonly place: string;
    readonly placeOutside: string;
    readonly fromCause: string;
    readonly otherFixes: string;
    readonly no: string;
    readonly noNext: string;
    readonly noStop: string;
    readonly next: string;
    readonly stop: string;
    readonly worked: string;
    readonly workedText: string;
    readonly together: string;
    readonly back: string;
    readonly kept: string;
    readonly sent: (host: string) => string;
    readonly sentTried: (host: string, noisy: boolean) => string;
    readonly mail: string;
    readonly mailSubject: (site: string, fix: string) => string;
  };
  /** Narrowing a list. */
  readonly filters: {
    readonly title: string;
    readonly contains: string;
    readonly minutes: { readonly label: string; readonly any: string };
    readonly loses: { readonly label: string; readonly any: string };
    readonly who: { readonly label: string; readonly any: string };
    readonly side: { readonly label: string; readonly any: string };
    readonly upTo: (minutes: number) => string;
    readonly count: string;
    /** After the count, where a slip of the reader's was mended. */
    readonly meant: string;
    readonly reset: string;
    readonly none: string;
    readonly search: string;
    readonly letters: (name: string) => string;
  };
  /** The map of everything, and the small one of a symptom. */
  readonly map: {
    readonly title: string;
    readonly lead: string;
    readonly picture: string;
    readonly follow: string;
    readonly everything: string;
    readonly legend: string;
    readonly columns: {
      readonly symptom: string;
      readonly cause: string;
      readonly fix: string;
    };
    readonly small: string;
    /** The map of one symptom. */
    readonly path: (title: string) => string;
    readonly pathLead: string;
    readonly toPlan: string;
    readonly paths: string;
    readonly about: (cause: string) => string;
  };
  /** Choosing the software. */
  readonly versions: {
    readonly question: string;
    /** What a reader of a version that the site does not know should do; `newest` is the newest that it knows. */
    readonly newer: (newest: string) => string;
    readonly notSure: string;
    readonly or: string;
    readonly guess: string;
    readonly all: string;
    readonly model: string;
  };
  /** Printing, and going on with another device. */
  readonly takeAlong: {
    readonly title: string;
    readonly print: {
      readonly plan: string;
      readonly steps: string;
    };
    readonly handOver: string;
    readonly handOverTitle: string;
    readonly qr: string;
    readonly scan: string;
    readonly type: string;
    readonly close: string;
    readonly tick: string;
  };
  /** The page of explained words. */
  readonly glossary: {
    readonly title: string;
    readonly lead: string;
    readonly also: string;
  };
  /** Old, lost and short addresses, and copying a link. */
  readonly links: {
    /** For scripts: gaps `{n}` and `{total}`. */
    readonly stepOf: string;
    readonly movedTitle: string;
    readonly movedText: string;
    readonly goneTitle: (title: string) => string;
    readonly goneNow: string;
    readonly saidTitle: string;
    readonly saidLead: string;
    readonly saidChoice: (text: string) => string;
    readonly saidChoiceLead: string;
    readonly notFoundTitle: string;
    readonly notFoundLead: string;
    readonly nearest: string;
    readonly searchFor: (text: string) => string;
    readonly search: string;
    readonly browse: string;
    readonly see: string;
    readonly moved: string;
    readonly movedNearest: string;
    readonly copied: string;
    readonly copyByHand: string;
    /** Said below steps on a screen for fingers, where their numbers are their links. */
    readonly shareStep: string;
  };
  /** The site as a book; days are in words. */
  readonly book: {
    readonly contents: string;
    readonly edition: (edition: string, day: string) => string;
    /** `address` is that of the site, '' where it has none. */
    readonly expiry: (day: string, address: string) => string;
    readonly living: string;
  };
  /** What feeds of new and changed fixes say. */
  readonly feeds: {
    readonly title: (site: string) => string;
    readonly ofSymptom: (symptom: string) => string;
    /** `places` are the headings and steps that are new on a page. */
    readonly added: (places: string) => string;
  };
  /** Without a network. */
  readonly offline: {
    readonly saved: string;
    /** `{date}` is the day on which the site was saved. */
    readonly away: string;
    readonly unsavedTitle: string;
    readonly unsavedLead: string;
  };
  /** The search field and the search page. */
  readonly search: {
    readonly title: string;
    readonly lead: string;
    readonly open: string;
    readonly label: string;
    /** What programs are told of the form that searches, and of its lists. */
    readonly tool: string;
    readonly toolKind: string;
    readonly toolRisk: string;
    readonly submit: string;
    readonly close: string;
    readonly whatKind: string;
    readonly whatRisk: string;
    readonly all: string;
    readonly anyRisk: string;
    readonly waysOn: string;
    readonly indexes: string;
    readonly noScript: string;
    readonly contact: (name: string) => string;
  };
  /** What the search says. Gaps such as `{n}` are filled in by scripts. */
  readonly searchResults: {
    readonly one: string;
    readonly many: string;
    readonly narrowed: string;
    readonly mended: string;
    readonly verbatim: string;
    readonly unknown: string;
    readonly none: string;
    readonly noneNarrowed: string;
    readonly dropFilters: string;
    readonly nearest: string;
    readonly without: string;
    readonly unavailable: string;
    readonly unavailableHelp: string;
    readonly onScreen: string;
    readonly step: string;
    readonly lastBuild: string;
    readonly notBuilt: string;
    /** Above what is offered before anything is typed. */
    readonly suggested: string;
    /** The kind of an explanation in the glossary. */
    readonly term: string;
    /** Before what tells a result from the one that it is easily taken for. */
    readonly twin: string;
    readonly keys: string;
  };
  /** What files for programs say; each is a line of Markdown. */
  readonly twins: {
    /** The link of every page to the index of the site. */
    readonly forPrograms: string;
    /** Above the text of a page; both are addresses. */
    readonly note: (page: string, index: string) => string;
    /** Above the index; all are addresses. */
    readonly twins: string;
    readonly steps: string;
    readonly full: (address: string) => string;
    readonly facts: (address: string) => string;
    /** The heading of the pages that are no articles. */
    readonly others: string;
  };
  /** The desk of those who answer readers, and the plans for screens of an app. */
  readonly desk: {
    readonly title: string;
    readonly lead: string;
    readonly label: string;
    readonly keys: string;
    readonly form: string;
    readonly forms: Readonly<Record<'text' | 'html' | 'markdown', string>>;
    readonly reply: string;
    readonly copy: string;
    readonly copied: string;
    readonly byHand: string;
    readonly nothing: string;
    readonly step: string;
    readonly steps: string;
    readonly fix: string;
    readonly plan: string;
    readonly see: string;
    readonly noScript: string;
  };
  readonly embed: {
    readonly title: (symptom: string) => string;
    readonly lead: string;
    /** Above the devices that the tag can name. */
    readonly device: string;
    readonly shows: string;
    readonly more: string;
  };
  /** Titles of callouts that have none of their own. */
  readonly callout: {
    readonly note: string;
    readonly tip: string;
    readonly warning: string;
  };
  /** Drawn screens, as a screen reader says them. */
  readonly screen: {
    readonly on: string;
    readonly off: string;
    readonly tap: string;
  };
}

/** The names of one kind of article. */
export interface KindWords {
  readonly one: string;
  readonly many: string;
  readonly title: string;
}
