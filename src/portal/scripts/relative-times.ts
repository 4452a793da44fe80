import { pageLanguage } from './page-language';

const units = [['day', 86_400], ['hour', 3_600], ['minute', 60]] as const;
const selector = 'time[data-relative][datetime]';

/** `<time datetime="…" data-relative>`: "5 minutes ago", kept up to date. What the server wrote stays beyond a week. */
export function relativeTimes(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLTimeElement>(selector)) tell(element);
}

setInterval(() => relativeTimes(document), 30_000);

function tell(element: HTMLTimeElement): void {
  const seconds = (new Date(element.dateTime).getTime() - Date.now()) / 1000;
  if (Number.isNaN(seconds) || Math.abs(seconds) > 7 * 86_400) return;
  element.textContent = relatively(seconds);
}

function relatively(seconds: number, language = pageLanguage()): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const unit = units.find(([, length]) => Math.abs(seconds) >= length);
  return unit ? format.format(Math.trunc(seconds / unit[1]), unit[0]) : format.format(0, 'second');
}
