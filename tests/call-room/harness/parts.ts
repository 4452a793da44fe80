// The parts that tests put on: each is called with the room, as the page's own script does. Helpers of other parts add theirs here.
export { annotations } from '../../../src/call-room/scripts/annotations';
export { chat } from '../../../src/call-room/scripts/chat';
export { files } from '../../../src/call-room/scripts/files';
export { freezing } from '../../../src/call-room/scripts/freezing';
export { library } from '../../../src/call-room/scripts/library';
export { recording } from '../../../src/call-room/scripts/recording';
export { snapshots } from '../../../src/call-room/scripts/snapshots';
export { easelOf } from '../../../src/call-room/scripts/annotations/easel';
export { showPicture } from '../../../src/call-room/scripts/show-picture';
export { coach } from '../../../src/call-room/scripts/coach';
export { quality } from '../../../src/call-room/scripts/quality';
export { screenSharing } from '../../../src/call-room/scripts/screen-sharing';
export { soundAndPicture } from '../../../src/call-room/scripts/sound-and-picture';
import { staying } from '../../../src/call-room/scripts/staying';
import type { WholeRoom } from '../../../src/call-room/scripts/room';

export const stayingThere = (room: WholeRoom): void => staying(room, () => undefined);
