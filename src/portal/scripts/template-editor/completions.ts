import { snippetCompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { inReach, type Variable } from './variables';

const pipes = ['string.upcase', 'string.downcase', 'string.capitalize', 'string.truncate'];

/** Offers the message's values and what the language of templates has, each with what it is for. */
export function completionsOf(variables: readonly Variable[], phrases: Record<string, string>) {
  const said = (key: string) => phrases[key] ?? key;
  return (context: CompletionContext): CompletionResult | null => {
    const before = context.state.sliceDoc(0, context.pos);
    const isInCode = before.lastIndexOf('{{') > before.lastIndexOf('}}');
    return isInCode ? inCode(context, before) : inText(context, before);
  };

  function inCode(context: CompletionContext, before: string): CompletionResult | null {
    const word = context.matchBefore(/[\p{L}\p{N}_.]*/u);
    if (!word || (word.from === word.to && !context.explicit && !/(?:\{\{[-~]?|\||\bin)\s*$/.test(before))) return null;
    const start = before.slice(0, word.from - context.pos || undefined);
    if (/\|\s*$/.test(start)) return { from: word.from, options: pipes.map(label => ({ label, type: 'function', detail: said(label) })) };
    const isList = /\bin\s+$/.test(start);
    const values = inReach(variables, before).filter(variable => variable.isList === isList || /\b(?:if|&&|\|\|)\s*!?$/.test(start));
    const words = /\{\{[-~]?\s*$/.test(start) ? ['if', 'else', 'end', 'for'].map(label => ({ label, type: 'keyword', detail: said(label) })) : [];
    return { from: word.from, options: [...values.map(variable => ({ ...described(variable), apply: closing(variable.path, context) })), ...words], validFor: /^[\p{L}\p{N}_.]*$/u };
  }

  /** Braces begin a value wherever one is wanted. */
  function inText(context: CompletionContext, before: string): CompletionResult | null {
    const brace = context.matchBefore(/\{/);
    if (!brace && !context.explicit) return null;
    const values = inReach(variables, before).map(variable => ({ ...described(variable), apply: blockFor(variable) }));
    const blocks = [
      snippetCompletion('{{ if ${value} }}${text}{{ end }}', { label: '{{ if }}', detail: said('if') }),
      snippetCompletion('{{ for ${one} in ${list} }}${one}{{ end }}', { label: '{{ for }}', detail: said('for') }),
    ];
    const closer = context.state.sliceDoc(context.pos, context.pos + 1) === '}' ? 1 : 0;
    return { from: brace?.from ?? context.pos, to: context.pos + (brace ? closer : 0), options: [...values.map(value => ({ ...value, label: `{{ ${value.label} }}` })), ...blocks], filter: false };
  }
}

const described = (variable: Variable): Completion => ({ label: variable.path, detail: variable.description, type: 'variable' });

/** What writes a value, or goes through a list. */
export function blockFor(variable: Pick<Variable, 'path' | 'isList'>): string {
  return variable.isList ? `{{ for one in ${variable.path} }}{{ one }}{{ end }}` : `{{ ${variable.path} }}`;
}

/** Alone between braces, the word is written with what closes them, and one goes on behind them; in a condition it is only the word. */
function closing(path: string, context: CompletionContext): NonNullable<Completion['apply']> {
  const line = context.state.doc.lineAt(context.pos);
  const isAlone = /\{\{[-~]?\s*[\p{L}\p{N}_.]*$/u.test(context.state.sliceDoc(line.from, context.pos));
  if (!isAlone) return path;
  return (view, _, from, to) => {
    const begun = /\s$/.test(view.state.sliceDoc(from - 1, from)) ? '' : ' ';
    const closed = /^\s*\}\}/.exec(view.state.sliceDoc(to, view.state.doc.lineAt(to).to))?.[0].length ?? 0;
    const insert = `${begun}${path} }}`;
    view.dispatch({ changes: { from, to: to + closed, insert }, selection: { anchor: from + insert.length }, userEvent: 'input.complete' });
  };
}
