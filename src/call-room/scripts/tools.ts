import { annotations } from './annotations';
import { chat } from './chat';
import { files } from './files';
import { freezing } from './freezing';
import { library } from './library';
import { recording } from './recording';
import type { Room } from './seams';
import { snapshots } from './snapshots';

/** What people do in a room, besides seeing and hearing each other. Each is put on once, when the room stands. */
export const tools: readonly ((room: Room) => void)[] = [annotations, freezing, snapshots, recording, chat, files, library];
