import { changedElsewhere } from './changed-elsewhere';
import { dialogs } from './dialogs';
import { drawer } from './drawer';
import { enhance } from './enhance';
import { liveForms } from './live-forms';
import { menus } from './menus';
import { panels } from './panels';
import { renewing } from './renewing';
import { submitOnce } from './submit-once';
import { swap } from './swap';

// Listeners on the document, once; swap goes before submitOnce, which leaves alone what swap has taken.
swap();
submitOnce();
liveForms();
menus();
dialogs();
drawer();
panels();
renewing();
changedElsewhere();
enhance(document);
