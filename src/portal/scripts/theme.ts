// Loaded in <head>, before anything is painted: the theme chosen in this browser, which alone remembers it.
import { rememberedTheme } from './remembered-theme';

const root = document.documentElement;
root.dataset['script'] = '';
const theme = rememberedTheme();
if (theme && !root.dataset['theme']) root.dataset['theme'] = theme;
