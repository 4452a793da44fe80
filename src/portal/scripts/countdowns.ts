import { pageLanguage } from './page-language';

/** `<time data-seconds-left="900">` counts down; at 0 the page asks the server what is true now. */
export function countdowns(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-seconds-left]')) start(element);
}

function start(element: HTMLElement): void {
  // A server that still says 0 after the reload must not make the page spin.
  const seconds = Math.max(Number(element.dataset['secondsLeft']), 2);
  const end = Date.now() + seconds * 1000;
  const clock = element.dataset['countdown'] === 'clock';

  const tick = (): void => {
    if (!element.isConnected) return;
    const left = Math.ceil((end - Date.now()) / 1000);
    if (left <= 0) return ask();
    element.textContent = clock ? asClock(left) : inWords(left);
    setTimeout(tick, Math.max((end - Date.now()) % 1000, 50));
  };
  tick();
}

function ask(): void {
  // A GET even where this page answered a POST; a reload would ask to send the form again.
  location.replace(location.pathname + location.search);
}

function asClock(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return (hours ? `${hours}:${two(minutes)}` : String(minutes)) + `:${two(seconds % 60)}`;
}

function inWords(seconds: number, language = pageLanguage()): string {
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  const first = parts.findIndex(([value]) => value > 0);
  const shown = parts.slice(Math.max(first, 0), Math.max(first, 0) + 2);
  return new Intl.ListFormat(language, { type: 'unit', style: 'long' }).format(shown.map(part => inUnit(part, language)));
}

function inUnit([value, unit]: readonly [number, string], language: string): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
