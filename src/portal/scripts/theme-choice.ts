import { rememberedTheme, rememberTheme } from './remembered-theme';

/** Radios named by `data-theme-choice`: shows the theme at once and remembers it in this browser, nowhere else. */
export function themeChoice(root: ParentNode): void {
  const stated = document.documentElement.dataset['theme'] ?? rememberedTheme() ?? '';
  for (const choice of root.querySelectorAll<HTMLInputElement>('input[data-theme-choice]')) {
    choice.checked = themeOf(choice) === stated;
    choice.addEventListener('change', () => apply(themeOf(choice)));
  }
}

function themeOf(choice: HTMLInputElement): string {
  return choice.dataset['themeChoice'] ?? '';
}

function apply(theme: string): void {
  rememberTheme(theme);
  if (theme) document.documentElement.dataset['theme'] = theme;
  else delete document.documentElement.dataset['theme'];
}
