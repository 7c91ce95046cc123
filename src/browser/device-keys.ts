/** The version that was chosen in a picker: the name under which the device keeps it. A changed name forgets what was kept. */
export const versionKey = 'mendbook:version';

/** The words of the last search, to be highlighted on the page that it led to; kept for the session. */
export const wordsSoughtKey = 'mendbook:words-sought';

/** What was tried of the plan of a symptom; the id of the symptom follows. */
export const triedKey = 'mendbook:tried:';
