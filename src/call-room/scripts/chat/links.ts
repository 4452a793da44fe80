/** A piece of what somebody wrote: words, or an address that may be followed. */
export interface Piece { readonly text: string; readonly address?: string }

const addresses = /https?:\/\/[^\s<>"']+/gi;
/** Belongs to the sentence more often than to the address. */
const ending = /[.,;:!?)\]}]+$/;

/** Only http and https become links, and each leads where it says. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(addresses)) {
    const written = trimmed(match[0]);
    const address = addressOf(written);
    if (!address) continue;
    if (match.index > from) found.push({ text: text.slice(from, match.index) });
    found.push({ text: written, address });
    from = match.index + written.length;
  }
  if (from < text.length) found.push({ text: text.slice(from) });
  return found;
}

/** A bracket that was opened in the address is closed in it, as in many encyclopedia's. */
function trimmed(written: string): string {
  const short = written.replace(ending, '');
  const cut = written.slice(short.length);
  return cut.startsWith(')') && short.includes('(') && !short.includes(')') ? short + ')' : short;
}

function addressOf(written: string): string | undefined {
  const address = parsed(written);
  // A name before the host looks like one host and leads to another.
  return address && !address.username && !address.password ? address.href : undefined;
}

function parsed(written: string): URL | undefined {
  try {
    return new URL(written);
  } catch {
    return undefined;
  }
}
