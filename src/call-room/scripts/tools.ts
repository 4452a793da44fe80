import type { Room } from './seams';

/** What people do in a room, besides seeing and hearing each other. Each is put on once, when the room stands. */
export const tools: readonly ((room: Room) => void)[] = [];
