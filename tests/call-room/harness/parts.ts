// The parts that tests put on: each is called with the room, as the page's own script does. Helpers of other parts add theirs here.
export { showPicture } from '../../../src/call-room/scripts/show-picture';
