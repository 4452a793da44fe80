/** Files that are dropped anywhere on the page, or pasted. What is text goes where it always goes. */
export function dropping(page: HTMLElement, send: (files: File[]) => void): void {
  let depth = 0;
  const hasFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') ?? false;
  const over = (isOver: boolean): void => void page.toggleAttribute('data-dropping', isOver);

  page.addEventListener('dragenter', event => {
    if (hasFiles(event.dataTransfer) && ++depth === 1) over(true);
  });
  page.addEventListener('dragleave', event => {
    if (!hasFiles(event.dataTransfer) || --depth > 0) return;
    depth = 0;
    over(false);
  });
  page.addEventListener('dragover', event => {
    if (hasFiles(event.dataTransfer)) event.preventDefault();
  });
  page.addEventListener('drop', event => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    depth = 0;
    over(false);
    send([...event.dataTransfer!.files]);
  });
  document.addEventListener('paste', event => {
    const files = [...(event.clipboardData?.files ?? [])];
    // A table copied from an office program is a picture, too; there the text is meant.
    if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
    event.preventDefault();
    send(files);
  });
}
