/** Tells the server what the browser knows: fills `data-time-zone` and `data-language` fields that are still empty. */
export function browserFacts(root: ParentNode): void {
  fill(root, '[data-time-zone]', Intl.DateTimeFormat().resolvedOptions().timeZone);
  fill(root, '[data-language]', navigator.language);
}

function fill(root: ParentNode, selector: string, value: string): void {
  for (const field of root.querySelectorAll<HTMLInputElement | HTMLSelectElement>(selector)) if (!field.value) field.value = value;
}
