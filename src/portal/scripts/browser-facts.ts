/** Tells the server what the browser knows: `data-fill="time-zone"` and `data-fill="language"` fields that are still empty. */
export function browserFacts(root: ParentNode): void {
  fill(root, 'time-zone', Intl.DateTimeFormat().resolvedOptions().timeZone);
  fill(root, 'language', navigator.language);
}

function fill(root: ParentNode, fact: string, value: string): void {
  for (const field of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[data-fill="${fact}"]`)) if (!field.value) field.value = value;
}
