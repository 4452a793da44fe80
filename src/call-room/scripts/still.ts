// ImageCapture: Chromium has it, Safari and Firefox do not.
interface PhotoCamera { takePhoto(): Promise<Blob> }
declare const ImageCapture: (new (track: MediaStreamTrack) => PhotoCamera) | undefined;

const patience = 4_000;
const quality = 0.92;

/** A photo in the camera's full resolution where the browser can take one, else the frame of the video. It shows what the video shows: marks on it stay where they were. */
export async function stillOf(track: MediaStreamTrack | undefined): Promise<Blob> {
  if (!track) throw new Error('There is no picture to take a still of.');
  const frame = await frameOf(track);
  const photo = await photoOf(track);
  if (!photo) return asJpeg(frame, whole(frame));
  return photo.width * photo.height > frame.width * frame.height ? asJpeg(photo, cut(photo, frame.width / frame.height)) : asJpeg(frame, whole(frame));
}

async function photoOf(track: MediaStreamTrack): Promise<ImageBitmap | undefined> {
  const isCamera = !('displaySurface' in track.getSettings());
  if (typeof ImageCapture === 'undefined' || !isCamera) return undefined;
  const taken = new ImageCapture(track).takePhoto().then(photo => createImageBitmap(photo, { imageOrientation: 'from-image' }));
  return Promise.race([taken, new Promise<undefined>(done => setTimeout(done, patience))]).catch(() => undefined);
}

async function frameOf(track: MediaStreamTrack): Promise<ImageBitmap> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  await video.play();
  try {
    return await createImageBitmap(video);
  } finally {
    video.srcObject = null;
  }
}

interface Cut { x: number; y: number; width: number; height: number }

const whole = ({ width, height }: ImageBitmap): Cut => ({ x: 0, y: 0, width, height });

/** A photo has often the sensor's shape, the video a cut from its middle. */
export function cut({ width, height }: { width: number; height: number }, shape: number): Cut {
  // A phone held upright may say its photo lies on its side.
  if (width / height > shape) return { x: (width - height * shape) / 2, y: 0, width: height * shape, height };
  return { x: 0, y: (height - width / shape) / 2, width, height: width / shape };
}

function asJpeg(picture: ImageBitmap, { x, y, width, height }: Cut): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(width), height: Math.round(height) });
  canvas.getContext('2d')!.drawImage(picture, x, y, width, height, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((done, failed) => canvas.toBlob(blob => (blob ? done(blob) : failed(new Error('The still could not be made.'))), 'image/jpeg', quality));
}
