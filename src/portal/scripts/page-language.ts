/** The language the page was written in. */
export const pageLanguage = (): string => document.documentElement.lang || 'en';
