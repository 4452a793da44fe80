import { answered, refusalOf } from '../refusals';
import type { Room } from '../seams';

/** The guest is asked, and may refuse: the call goes on, and nothing is recorded. */
export function asked(room: Room): void {
  const question = room.page.querySelector<HTMLDialogElement>('[data-record-question]');
  if (!question) return;
  let answeredFor: string | undefined;

  question.addEventListener('click', event => {
    const answer = (event.target as Element).closest<HTMLButtonElement>('[data-consent]')?.dataset['consent'];
    if (answer) void give(answer === 'yes');
  });
  // Going away by Escape is no answer; without one, nothing is recorded.
  question.addEventListener('cancel', event => event.preventDefault());
  room.onState(show);
  show();

  function show(): void {
    const { recording, state } = room.state;
    const isAsked = recording?.state === 'asking' && state === 'in_call' && recording.id !== answeredFor;
    if (isAsked && !question!.open) question!.showModal();
    if (!isAsked && question!.open) question!.close();
  }

  async function give(accepted: boolean): Promise<void> {
    const id = room.state.recording?.id;
    if (!id) return;
    answeredFor = id;
    show();
    try {
      await answered(room.server.post(`recordings/${id}/consent`, { accepted }));
    } catch (failed) {
      answeredFor = undefined;
      room.say(await refusalOf(room.page, failed, 'consent-failed'));
      show();
    }
  }
}
