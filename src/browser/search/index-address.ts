const root = import.meta.env?.ROOT ?? '';

/** Where the search index of the site lies. */
export const indexFolder = `${root}/search-index/`;

/** Its beginning, which holds all of it or names the other parts. */
export const indexAddress = `${root}/search-index/search.json`;
