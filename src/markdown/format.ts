/** How an article is written: with components, or in Markdown alone. */
export type Format = 'mdx' | 'md';
