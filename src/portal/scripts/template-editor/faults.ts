import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import type { EditorState, Extension } from '@codemirror/state';
import type { Field } from './fields';

/** What the server found wrong in a text; line and column count from 1. */
export interface Fault {
  readonly part: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A mark beside each line with a fault. */
export const faultMarks: Extension = lintGutter();

/** Underlines what is wrong; the words stand below the field too, for whoever does not see the line. */
export function showFaults(fields: readonly Field[], faults: readonly Fault[]): void {
  for (const { part, view } of fields) {
    const own = faults.filter(fault => fault.part === part).map(fault => diagnostic(view.state, fault));
    view.dispatch(setDiagnostics(view.state, own));
  }
}

/** Where a line and column stand; the text may be shorter by now. */
export function placeOf(state: EditorState, line: number, column: number): number {
  const found = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  return Math.min(found.from + column - 1, found.to);
}

function diagnostic(state: EditorState, fault: Fault): Diagnostic {
  const from = placeOf(state, fault.line, fault.column);
  const word = /^(?:[\p{L}\p{N}_.]+|\{\{[-~]?)/u.exec(state.sliceDoc(from, state.doc.lineAt(from).to))?.[0] ?? '';
  return { from, to: Math.min(from + Math.max(word.length, 1), state.doc.length), severity: 'error', message: fault.message };
}
