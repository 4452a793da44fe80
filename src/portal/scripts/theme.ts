// Loaded in <head>, before anything is painted: a theme chosen in this browser, unless the server already stated the person's own.
import { rememberedTheme } from './remembered-theme';

const root = document.documentElement;
root.dataset['script'] = '';
const theme = rememberedTheme();
if (theme && !root.dataset['theme']) root.dataset['theme'] = theme;
