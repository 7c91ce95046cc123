// Sites below paths of one host share what a device keeps for the host: the path keeps them apart.
const site = `mendbook${import.meta.env?.ROOT ?? ''}`;

/** The version that was chosen in a picker: the name under which the device keeps it. A changed name forgets what was kept. */
export const versionKey = `${site}:version`;

/** The words of the last search, to be highlighted on the page that it led to; kept for the session. */
export const wordsSoughtKey = `${site}:words-sought`;

/** What was tried of the plan of a symptom; the id of the symptom follows. */
export const triedKey = `${site}:tried:`;

/** Light or dark, where a reader chose one of them; nothing is kept while the device decides. */
export const themeKey = `${site}:theme`;

/** The minute of the newest mark when a reader hid where they had been. */
export const welcomedKey = `${site}:welcomed`;

/** The steps of a fix that were ticked; the id of the fix follows. */
export const ticksKey = `${site}:ticks:`;

/** What the screen said, for support; kept for the session. The id of the symptom follows. */
export const screenSaidKey = `${site}:screen-said:`;

/** Under which name, and with which secret, this device reports today what was tried. */
export const tellerKey = `${site}:teller`;
