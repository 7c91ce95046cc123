/** What stands before the marks of a reader in the fragment of an address. */
export const triedSign = 'tried=';
