const key = 'theme';

/** `light`, `dark`, or nothing when the system decides (or the browser keeps nothing for us). */
export function rememberedTheme(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function rememberTheme(theme: string): void {
  try {
    if (theme) localStorage.setItem(key, theme);
    else localStorage.removeItem(key);
  } catch {
    // A browser without storage: the choice holds for this page only.
  }
}
