/** The page's own words, in its reader's language: `<span data-words="camera-off">`; `{0}` is filled in. */
export function word(page: ParentNode, name: string, ...values: (string | number)[]): string {
  const text = page.querySelector<HTMLElement>(`[data-words="${name}"]`)?.textContent?.trim();
  if (text === undefined) throw new Error(`The page has no words "${name}".`);
  return values.reduce<string>((so, value, index) => so.replaceAll(`{${index}}`, String(value)), text);
}
