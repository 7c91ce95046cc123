import type { BodyPart } from '../domain/body-part.ts';
import type { TextKind } from '../domain/knowledge/article.ts';
import type { SiteContent } from '../domain/site-content.ts';
import type { Content } from './content.ts';
import type { Pieces } from './pieces.ts';
import type { Note } from './watched.ts';

/** The content of a folder, as all of this process share it. */
export interface SharedContent extends Pick<Pieces, 'piece' | 'partsOf'> {
  /** The content as it stands now; the same object for as long as no file changes. */
  readonly read: () => Content;
  /** What the pages show of it: published articles with proven plans, or all of them, drafts too, with quick ones that are made when a page shows them. */
  readonly site: (stage: 'published' | 'drafts') => SiteContent;
  /** The content that `site` was last made of, without a look at the files. */
  readonly shown: () => Content;
  /** What the pages of a build show: `site('published')`, without a look at the files once it is made. */
  readonly built: () => SiteContent;
  /** What the pages of dev show: `site('drafts')` as the last `read` found the files. */
  readonly drafted: () => SiteContent;
  /** In dev, makes the pages of a symptom (or of `startId`) after answers and for devices, since somebody has asked for one of them; false where they are made already. */
  readonly askFor: (symptom: string) => boolean;
  /** The symptoms that `askFor` was told of lately. */
  readonly asked: () => ReadonlySet<string>;
  /** The body of an article or of a page of the owner's own, for a page. */
  readonly body: (kind: TextKind, id: string) => readonly BodyPart[];
  /** Makes the bodies of all articles at once and lets go of their trees, which take most of the room. */
  readonly makeBodies: () => void;
  /** From now on, the content stays what it is now: a build is of one moment, and a look at the files of thousands of articles takes time. */
  readonly hold: () => void;
  /** From now on, what is read of `built` is noted, and of the other ways in that all of it may have been; undefined ends that. */
  readonly watch: (note: Note | undefined) => void;
}

const place = Symbol.for('mendbook.content');

/** The contents that all of this process share, by the path of their folder. Pages are bundled and carry a copy of every module; so they look here, and load nothing of what reads and checks. */
export function sharedPlace(): Map<string, SharedContent> {
  return ((globalThis as { [place]?: Map<string, SharedContent> })[place] ??= new Map());
}
