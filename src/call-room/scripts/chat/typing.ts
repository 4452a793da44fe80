import type { Room } from '../seams';

const again = 2_000;
const fades = 5_000;

/** Tells the other side that somebody is writing, and shows it of them. Only over the direct line: it is worth no more. */
export function typing({ channel, page }: Room, field: HTMLTextAreaElement): void {
  const sign = page.querySelector<HTMLElement>('[data-typing]');
  let said = -again;
  let timer: ReturnType<typeof setTimeout> | undefined;

  field.addEventListener('input', () => {
    const isEmpty = field.value.trim() === '';
    if (!channel.isOpen || (!isEmpty && performance.now() - said < again)) return;
    said = isEmpty ? -again : performance.now();
    channel.send({ type: isEmpty ? 'typing-over' : 'typing' });
  });
  channel.on('typing', () => show(true));
  channel.on('typing-over', () => show(false));

  function show(isShown: boolean): void {
    clearTimeout(timer);
    if (sign) sign.hidden = !isShown;
    if (isShown) timer = setTimeout(() => show(false), fades);
  }
}

/** What was written has been sent: nobody waits for it any more. */
export function typed({ channel }: Room): void {
  if (channel.isOpen) channel.send({ type: 'typing-over' });
}
