/** Countries' codes of one and of two digits (ITU-T E.164); all others have three. */
const short = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/** `<input data-phone>` is grouped while somebody types: +39 333 123 4567. What else people write into a number (brackets, dashes) is left as it is. */
export function phoneTyping(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLInputElement>('input[data-phone]')) {
    group(field);
    field.addEventListener('input', () => group(field));
  }
}

function group(field: HTMLInputElement): void {
  if (!/^\s*\+?[\d ]*$/.test(field.value)) return;
  const caret = field.selectionStart ?? field.value.length;
  const before = signs(field.value.slice(0, caret)).length;
  const grouped = grouping(signs(field.value));
  if (grouped === field.value) return;
  field.value = grouped;
  if (document.activeElement === field) field.setSelectionRange(...caretAfter(grouped, before));
}

function signs(text: string): string {
  return text.replace(/\s/g, '');
}

export function grouping(number: string): string {
  if (!number.startsWith('+')) return threes(number);
  const digits = number.slice(1);
  const code = short.exec(digits)?.[0] ?? digits.slice(0, 3);
  return `+${code}${digits.length > code.length ? ' ' + threes(digits.slice(code.length)) : ''}`;
}

/** Groups of three, none of one: the last has two to four. */
function threes(digits: string): string {
  return digits.replace(/(\d{3})(?=\d{2})/g, '$1 ').trim();
}

function caretAfter(text: string, count: number): [number, number] {
  let place = 0;
  for (let seen = 0; seen < count && place < text.length; place++) if (text[place] !== ' ') seen++;
  return [place, place];
}
