import { enhance } from './enhance';

/** Puts the answer's part in place of the page's; says no where one of them has none. */
export function placeFragment(page: Document, selector: string): boolean {
  const [old, fresh] = [document.querySelector(selector), page.querySelector(selector)];
  if (!old || !fresh) return false;
  const focus = focusIn(old);
  old.replaceWith(document.adoptNode(fresh));
  document.title = page.title || document.title;
  enhance(fresh);
  restore(focus, fresh);
  return true;
}

/** The answer is another page (signed out, an error): all of it is shown. */
export function placeDocument(page: Document): void {
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  document.body.replaceWith(document.adoptNode(page.body));
  enhance(document.body);
  document.querySelector<HTMLElement>('[autofocus], main')?.focus();
}

interface Focus { id: string; start: number | null; end: number | null }

function focusIn(part: Element): Focus | undefined {
  const active = document.activeElement;
  if (!active || !part.contains(active)) return undefined;
  const isText = active instanceof HTMLInputElement && ['text', 'search'].includes(active.type);
  return { id: active.id, start: isText ? active.selectionStart : null, end: isText ? active.selectionEnd : null };
}

function restore(focus: Focus | undefined, fresh: Element): void {
  const asked = fresh.querySelector<HTMLElement>('[autofocus]');
  if (asked) return asked.focus();
  if (!focus) return;
  const again = focus.id ? document.getElementById(focus.id) : null;
  if (again) again.focus();
  else focusPart(fresh as HTMLElement);
  if (again instanceof HTMLInputElement && focus.start !== null) again.setSelectionRange(focus.start, focus.end);
}

function focusPart(part: HTMLElement): void {
  part.tabIndex = -1;
  part.focus();
}
