// The page of one message's texts: its fields become an editor that knows the language of templates. Without this script they are plain text areas.
import { answers } from './template-editor/answers';
import { checking } from './template-editor/checking';
import { fieldsOf } from './template-editor/fields';
import { goingTo } from './template-editor/going-to';
import { inserting } from './template-editor/inserting';
import { preview } from './template-editor/preview';

const form = document.querySelector<HTMLFormElement>('form[data-template-editor]');
// The nonce that this page's policy asks of the editor's style sheet.
const nonce = document.currentScript?.nonce ?? '';

if (form) {
  document.querySelectorAll<HTMLElement>('[data-scriptless]').forEach(part => (part.hidden = true));
  const fields = fieldsOf(form, nonce);
  inserting(fields);
  goingTo(fields);
  answers(form, fields);
  checking(form, fields, preview(form));
}
