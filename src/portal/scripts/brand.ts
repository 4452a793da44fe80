// The brand's page: small pages beside the form follow what is typed. What can be read, and the shades that pages take, the server alone knows: it is asked.

const colour = /^#[0-9a-f]{6}$/i;
const form = document.querySelector<HTMLFormElement>('form[data-brand]');
const pause = 80;
let asked = '';
let waiting = 0;

if (form) follow(form);

function follow(form: HTMLFormElement): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-without-script]')) button.hidden = true;
  pick(form);
  form.addEventListener('input', event => show(event.target as HTMLInputElement));
  form.addEventListener('click', take);
  for (const file of document.querySelectorAll<HTMLInputElement>('[data-picture]')) file.addEventListener('change', () => void showPicture(file));
}

/** The browser's own picker writes into the field, and the field into the picker. */
function pick(form: HTMLFormElement): void {
  const picker = form.querySelector<HTMLInputElement>('[data-picks]');
  const field = document.getElementById(picker?.dataset['picks'] ?? '') as HTMLInputElement | null;
  if (!picker || !field) return;
  picker.hidden = false;
  picker.addEventListener('input', () => choose(field, picker.value));
  field.addEventListener('input', () => {
    const typed = field.value.trim().toLowerCase();
    if (!colour.test(typed)) return;
    picker.value = typed;
    clearTimeout(waiting);
    waiting = setTimeout(() => void paint(typed), pause);
  });
}

function choose(field: HTMLInputElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The colour on offer is taken without sending the form. */
function take(event: Event): void {
  const button = (event.target as Element).closest<HTMLButtonElement>('[data-take]');
  const field = document.getElementById('Form_AccentColor') as HTMLInputElement | null;
  if (!button || !field) return;
  event.preventDefault();
  choose(field, button.value);
  field.focus();
}

/** The newest colour wins: what an earlier one still brings is left aside. */
async function paint(accent: string): Promise<void> {
  if (asked === accent) return;
  asked = accent;
  const [check] = await Promise.all([askForCheck(accent), recolour(accent)]);
  if (asked !== accent || !check) return;
  document.getElementById('accent-check')?.replaceWith(check);
}

async function askForCheck(accent: string): Promise<Element | null> {
  const answer = await fetch(`${form?.dataset['brand'] ?? ''}&accent=${encodeURIComponent(accent)}`, { headers: { Accept: 'text/html' } }).catch(() => undefined);
  if (!answer?.ok) return null;
  return new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('accent-check');
}

/** The sheet in use stays until the next one is there, so that nothing flashes. */
function recolour(accent: string): Promise<void> {
  const before = document.querySelector<HTMLLinkElement>('link[data-brand-colours]');
  if (!before) return Promise.resolve();
  const next = before.cloneNode() as HTMLLinkElement;
  next.href = `/brand/preview.css?accent=${encodeURIComponent(accent)}`;
  return new Promise(done => {
    next.addEventListener('load', () => {
      // An earlier colour that comes late goes at once.
      for (const sheet of asked === accent ? sheetsBut(next) : [next]) sheet.remove();
      done();
    });
    next.addEventListener('error', () => (next.remove(), done()));
    before.after(next);
  });
}

const sheetsBut = (kept: Element): Element[] => [...document.querySelectorAll('link[data-brand-colours]')].filter(sheet => sheet !== kept);

function show(field: HTMLInputElement): void {
  const word = field.dataset['shows'];
  if (!word) return;
  write(word, field.value);
  for (const part of document.querySelectorAll<HTMLElement>(`[data-shown-if="${word}"]`)) part.hidden = field.value.trim() === '';
  if (word === 'name' || word === 'sender') write('sender', valueOf('sender') || valueOf('name'));
}

function write(word: string, text: string): void {
  for (const part of document.querySelectorAll<HTMLElement>(`[data-shown="${word}"]`)) part.textContent = text.trim();
}

const valueOf = (word: string): string => form?.querySelector<HTMLInputElement>(`[data-shows="${word}"]`)?.value.trim() ?? '';

/** A chosen file is shown before it is uploaded; whether it is taken, the server decides. */
async function showPicture(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  if (!file || !['image/png', 'image/jpeg'].includes(file.type)) return;
  const address = await addressOf(file);
  for (const image of document.querySelectorAll<HTMLImageElement>(`[data-shown-picture="${input.dataset['picture'] ?? ''}"]`)) {
    image.src = address;
    image.hidden = false;
    image.closest('.preview-logo')?.querySelector('[data-shown="name"]')?.setAttribute('hidden', '');
  }
}

function addressOf(file: File): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(new Error('The file cannot be read.')));
    reader.readAsDataURL(file);
  });
}
