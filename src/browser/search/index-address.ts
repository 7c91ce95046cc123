/** Where the search index of the site lies. */
export const indexFolder = `${import.meta.env.ROOT}/search-index/`;

/** Its beginning, which holds all of it or names the other parts. */
export const indexAddress = `${import.meta.env.ROOT}/search-index/search.json`;
