/** A copy of the page's `<template id="…">`. */
export function copyOf(id: string): HTMLElement {
  const template = document.getElementById(id) as HTMLTemplateElement;
  return template.content.firstElementChild!.cloneNode(true) as HTMLElement;
}

/** Fills the part that is marked `data-part="…"`. */
export function fill(root: ParentNode, part: string, text: string): void {
  const place = root.querySelector(`[data-part="${part}"]`);
  if (place) place.textContent = text;
}

export const language = (): string => document.documentElement.lang || 'en';

/** "1.4 MB" as the page's language writes it. */
export function sizeOf(bytes: number): string {
  const [unit, divisor] = bytes < 1_000_000 ? (['kilobyte', 1_000] as const) : (['megabyte', 1_000_000] as const);
  const digits = bytes >= 1_000_000 && bytes < 10_000_000 ? 1 : 0;
  return new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits }).format(Math.max(bytes / divisor, bytes > 0 ? 1 : 0));
}

export function timeOf(element: HTMLTimeElement | null, at: string): void {
  if (!element) return;
  element.dateTime = at;
  element.textContent = new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}
