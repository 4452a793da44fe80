/** The language the page was written in. */
export const pageLanguage = (): string => document.documentElement.lang || 'en';

/** The person's time zone, if the server stated one; else the browser's. */
export const pageTimeZone = (): string | undefined => document.documentElement.dataset['timeZone'] || undefined;
