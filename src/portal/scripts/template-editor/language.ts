import { StreamLanguage, type StringStream } from '@codemirror/language';

interface State { inCode: boolean; inTag: boolean; inComment: boolean }

/** Tells words from what stands between braces and, in HTML, from the tags. What is right or wrong the server says. */
export function templateLanguage(isHtml: boolean): StreamLanguage<State> {
  return StreamLanguage.define<State>({
    name: 'message-template',
    startState: () => ({ inCode: false, inTag: false, inComment: false }),
    copyState: state => ({ ...state }),
    token: (stream, state) => (state.inCode ? code(stream, state) : text(stream, state, isHtml)),
  });
}

function text(stream: StringStream, state: State, isHtml: boolean): string | null {
  if (stream.match(/^\{\{[-~]?/)) {
    state.inCode = true;
    return 'brace';
  }
  if (isHtml && state.inTag) return tag(stream, state);
  if (isHtml && stream.match(/^<(?=[/!a-z])/i)) return tag(stream, Object.assign(state, { inTag: true }));
  if (isHtml && stream.match(/^&#?\w+;/)) return 'character';
  stream.next();
  stream.eatWhile(/[^{<&]/);
  return null;
}

function tag(stream: StringStream, state: State): string {
  stream.eatWhile(/[^{>]/);
  if (stream.eat('>')) state.inTag = false;
  else if (!stream.match('{{', false)) stream.next();
  return 'tagName';
}

function code(stream: StringStream, state: State): string | null {
  if (state.inComment) return comment(stream, state);
  if (stream.match(/^[-~]?\}\}/)) {
    state.inCode = false;
    return 'brace';
  }
  if (stream.match('##')) return comment(stream, Object.assign(state, { inComment: true }));
  if (stream.match(/^#(?:(?!\}\}).)*/)) return 'comment';
  if (stream.match(/^(["'])(?:\\.|(?!\1).)*\1?/)) return 'string';
  if (stream.match(/^(?:if|else|end|for|in)\b/)) return 'keyword';
  if (stream.match(/^(?:true|false)\b/)) return 'bool';
  if (stream.match(/^string\.\w+/)) return 'className';
  if (stream.match(/^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/u)) return 'variableName';
  if (stream.match(/^-?\d+(?:\.\d+)?/)) return 'number';
  return stream.next()?.trim() ? 'operator' : null;
}

function comment(stream: StringStream, state: State): string {
  while (!stream.eol()) {
    if (stream.match('##')) {
      state.inComment = false;
      break;
    }
    stream.next();
  }
  return 'comment';
}
