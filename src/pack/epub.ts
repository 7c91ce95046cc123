import { bookOf, bookStyle, contentsOf, coverOf, type BookOptions, type Place } from './book.ts';
import { xmlText } from '../domain/values/markup.ts';

const inFiles: Place = (chapter, id) => (chapter === id ? `${chapter}.xhtml` : `${chapter}.xhtml#${id}`);

/** The files of an EPUB 3 in their order: `mimetype` is the first and must be stored as it is. */
export function epubFiles(dir: string, options: BookOptions): ReadonlyMap<string, string> {
  const book = bookOf(dir, options, inFiles);
  const { title, language, home, edition, day, chapters } = book;
  const id = home === '' ? `urn:mendbook:${edition}` : `${home}#${edition}`;
  const items = [
    ...chapters.map(
      (chapter) =>
        `<item id="${chapter.id}" href="${chapter.id}.xhtml" media-type="application/xhtml+xml"${/<svg/.test(chapter.body) ? ' properties="svg"' : ''}/>`,
    ),
    '<item id="book-nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="book-cover" href="cover.xhtml" media-type="application/xhtml+xml"/>',
    '<item id="book-style" href="style.css" media-type="text/css"/>',
  ];
  const order = ['book-cover', 'book-nav', ...chapters.map((chapter) => chapter.id)];
  const page = (heading: string, body: string): string =>
    `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${xmlText(language)}" lang="${xmlText(language)}"><head><title>${xmlText(heading)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head><body>${body}</body></html>
`;
  return new Map([
    ['mimetype', 'application/epub+zip'],
    [
      'META-INF/container.xml',
      '<?xml version="1.0" encoding="utf-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n',
    ],
    [
      'EPUB/book.opf',
      `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="${xmlText(language)}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="book-id">${xmlText(id)}</dc:identifier><dc:title>${xmlText(title)}</dc:title><dc:language>${xmlText(language)}</dc:language><dc:date>${day}</dc:date><meta property="dcterms:modified">${day}T00:00:00Z</meta></metadata><manifest>${items.join('')}</manifest><spine>${order.map((ref) => `<itemref idref="${ref}"/>`).join('')}</spine></package>
`,
    ],
    ['EPUB/nav.xhtml', page(title, `<nav epub:type="toc">${contentsOf(book, inFiles)}</nav>`)],
    ['EPUB/cover.xhtml', page(title, coverOf(book))],
    ['EPUB/style.css', `${bookStyle}\n`],
    ...chapters.map(
      (chapter) =>
        [`EPUB/${chapter.id}.xhtml`, page(chapter.title, `<section>${chapter.body}</section>`)] as const,
    ),
  ]);
}
