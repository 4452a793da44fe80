import { Compartment, EditorState, Prec, type Extension } from '@codemirror/state';
import { EditorView, drawSelection, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { lintKeymap } from '@codemirror/lint';
import { faultMarks } from './faults';
import { highlighting } from './highlighting';
import { templateLanguage } from './language';
import { completionsOf } from './completions';
import type { Variable } from './variables';

/** One text of a message in the editor; what is typed goes into its text area at once, which is what the form sends. */
export interface Field {
  readonly part: string;
  readonly area: HTMLTextAreaElement;
  readonly view: EditorView;
}

/** Turns every `textarea[data-template]` of the form into an editor. */
export function fieldsOf(form: HTMLFormElement, nonce: string): Field[] {
  const variables = JSON.parse(form.dataset['variables'] ?? '[]') as Variable[];
  const phrases = JSON.parse(form.dataset['phrases'] ?? '{}') as Record<string, string>;
  const common = [EditorView.cspNonce.of(nonce), EditorState.phrases.of(phrases), autocompletion({ override: [completionsOf(variables, phrases)], icons: false })];
  return [...form.querySelectorAll<HTMLTextAreaElement>('textarea[data-template]')].map(area => fieldOf(area, common));
}

function fieldOf(area: HTMLTextAreaElement, common: Extension): Field {
  const part = area.dataset['template'] ?? '';
  const said = new Compartment();
  const view = new EditorView({ doc: area.value, extensions: [common, basics(part), said.of(attributes(area)), EditorView.updateListener.of(update => update.docChanged && write(update.state, area))] });
  area.hidden = true;
  area.after(view.dom);
  area.labels[0]?.addEventListener('click', () => view.focus());
  // The check says in the text area's attributes what is wrong, and where it is told.
  new MutationObserver(() => view.dispatch({ effects: said.reconfigure(attributes(area)) })).observe(area, { attributeFilter: ['aria-invalid', 'aria-describedby'] });
  return { part, area, view };
}

/** Tab is left alone, so that the keyboard is never caught in the field. */
function basics(part: string): Extension {
  return [
    templateLanguage(part === 'html'),
    highlighting,
    faultMarks,
    history(),
    drawSelection(),
    highlightSpecialChars(),
    bracketMatching(),
    closeBrackets(),
    EditorView.lineWrapping,
    part === 'subject' ? oneLine : lineNumbers(),
    keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap]),
  ];
}

/** A subject has no second line: what is pasted is put into one. */
const oneLine: Extension = [
  Prec.high(keymap.of([{ key: 'Enter', run: () => true }])),
  EditorState.transactionFilter.of(change => {
    if (!change.docChanged || change.newDoc.lines === 1) return change;
    const text = change.newDoc.toString().replaceAll(/\s*\n\s*/g, ' ');
    return { changes: { from: 0, to: change.startState.doc.length, insert: text }, selection: { anchor: Math.min(change.newSelection.main.head, text.length) } };
  }),
];

/** The text area's label and descriptions are the editor's. */
function attributes(area: HTMLTextAreaElement): Extension {
  const label = area.labels[0]?.id;
  const names = ['aria-describedby', 'aria-invalid'].map(name => [name, area.getAttribute(name)] as const).filter(([, value]) => value);
  return EditorView.contentAttributes.of({ ...(label ? { 'aria-labelledby': label } : {}), ...Object.fromEntries(names), lang: area.lang, tabindex: '0', spellcheck: 'true', autocorrect: 'off', autocapitalize: 'sentences' });
}

function write(state: EditorState, area: HTMLTextAreaElement): void {
  area.value = state.doc.toString();
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
