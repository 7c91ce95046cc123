import { checkContent } from '../../articles/check-content.ts';
import { knowledgeBaseOf } from '../../articles/check/plans.ts';
import { contentDirOf, openableFrom } from '../../articles/content-dir.ts';
import type { Content } from '../../articles/content.ts';
import { publishedOf } from '../../articles/drafts/drafts.ts';
import type { KnowledgeBase } from '../../domain/knowledge/knowledge-base.ts';
import { severityOf } from '../../domain/problems/problem.ts';
import { terminalReport } from '../../reports/terminal.ts';

/** The knowledge base of the content folder without its drafts, or its errors as text where it has any. */
export function loadBase(
  root: string,
): { readonly base: KnowledgeBase; readonly content: Content } | { readonly error: string } {
  const dir = contentDirOf(root);
  const { content, problems } = checkContent(dir);
  const errors = problems.filter((problem) => severityOf(problem) === 'error');
  const published = publishedOf(content);
  const base = errors.length > 0 ? undefined : knowledgeBaseOf(published);
  return base
    ? { base, content: published }
    : {
        error: `${terminalReport(openableFrom(errors, dir), { colour: false })}\nA plan needs content without errors.`,
      };
}
