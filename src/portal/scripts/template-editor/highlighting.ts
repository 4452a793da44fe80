import { syntaxHighlighting } from '@codemirror/language';
import { tagHighlighter, tags } from '@lezer/highlight';

/** Classes whose colours are the portal's own, so that they follow its light and dark. */
export const highlighting = syntaxHighlighting(
  tagHighlighter([
    { tag: tags.tagName, class: 'code-tag' },
    { tag: tags.character, class: 'code-tag' },
    { tag: tags.brace, class: 'code-brace' },
    { tag: tags.keyword, class: 'code-keyword' },
    { tag: tags.className, class: 'code-keyword' },
    { tag: [tags.variableName, tags.bool, tags.number], class: 'code-variable' },
    { tag: tags.string, class: 'code-string' },
    { tag: tags.comment, class: 'code-comment' },
  ]),
);
