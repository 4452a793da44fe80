/** Bytes and what they are, as one piece: the channel may let other messages overtake bytes. */
export function pack(label: object, content: ArrayBuffer): ArrayBuffer {
  const head = new TextEncoder().encode(JSON.stringify(label));
  const whole = new Uint8Array(4 + head.length + content.byteLength);
  new DataView(whole.buffer).setUint32(0, head.length);
  whole.set(head, 4);
  whole.set(new Uint8Array(content), 4 + head.length);
  return whole.buffer;
}

/** Undefined where the bytes are no such parcel. */
export function unpack(whole: ArrayBuffer): { label: Record<string, unknown>; content: ArrayBuffer } | undefined {
  if (whole.byteLength < 4) return undefined;
  const length = new DataView(whole).getUint32(0);
  if (length > 1_000 || 4 + length > whole.byteLength) return undefined;
  try {
    const label: unknown = JSON.parse(new TextDecoder().decode(new Uint8Array(whole, 4, length)));
    return label !== null && typeof label === 'object' ? { label: label as Record<string, unknown>, content: whole.slice(4 + length) } : undefined;
  } catch {
    return undefined;
  }
}
