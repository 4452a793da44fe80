/** A page counts as opened when it was in sight for so long (IN-7). */
const inSight = 2_000;

/** `<form data-opened="address">`: what fetches pages without looking at them never gets there. */
export function opened(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>('form[data-opened]');
  if (form) waitUntilSeen(form);
}

function waitUntilSeen(form: HTMLFormElement): void {
  let timer: number | undefined;
  const look = (): void => {
    clearTimeout(timer);
    if (document.visibilityState !== 'visible') return;
    timer = setTimeout(() => {
      document.removeEventListener('visibilitychange', look);
      if (form.isConnected) void tell(form);
    }, inSight);
  };
  document.addEventListener('visibilitychange', look);
  look();
}

/** It is only news for the inviter: if it gets lost, Start says the same. */
async function tell(form: HTMLFormElement): Promise<void> {
  await fetch(form.dataset['opened'] ?? '', { method: 'POST', body: new URLSearchParams(new FormData(form) as never) }).catch(() => undefined);
}
