/** Where the search index of the site lies. */
export const indexFolder = '/search-index/';

/** Its beginning, which holds all of it or names the other parts. */
export const indexAddress = '/search-index/search.json';
