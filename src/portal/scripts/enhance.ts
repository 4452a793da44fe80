import { browserFacts } from './browser-facts';
import { contacts } from './contacts';
import { copying } from './copying';
import { countdowns } from './countdowns';
import { invitationPreview } from './invitation-preview';
import { opened } from './opened';
import { passwords } from './passwords';
import { phoneTyping } from './phone-typing';
import { relativeTimes } from './relative-times';
import { ringing } from './ringing';
import { themeChoice } from './theme-choice';
import { toasts } from './toasts';
import { unsaved } from './unsaved';

const parts = [browserFacts, contacts, copying, countdowns, invitationPreview, opened, passwords, phoneTyping, relativeTimes, ringing, themeChoice, toasts, unsaved];

/** What each new piece of page gets: the page itself once, and every fragment that is put into it. */
export function enhance(root: ParentNode): void {
  for (const part of parts) part(root);
}
