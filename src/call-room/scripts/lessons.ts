/** Puts one of the page's lessons (`<template data-lesson="in-app">`) into a card, with the sentence about what is missing above it. */
export function showLesson(page: ParentNode, card: HTMLElement, lesson: string, missing: string): void {
  const key = `${lesson}/${missing}`;
  if (card.dataset['shown'] === key) return;
  const template = page.querySelector<HTMLTemplateElement>(`template[data-lesson="${lesson}"]`);
  if (!template) throw new Error(`The page has no lesson "${lesson}".`);
  card.dataset['shown'] = key;
  card.querySelector('[data-lesson-body]')!.replaceChildren(template.content.cloneNode(true));
  for (const title of card.querySelectorAll<HTMLElement>('[data-missing]')) title.hidden = title.dataset['missing'] !== missing;
}
