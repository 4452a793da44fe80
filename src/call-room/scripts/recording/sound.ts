import type { Media } from '../seams';

/** Both voices as one track, whichever microphones and connections come and go. Made in the click that asks for the recording: browsers give sound to nobody else. */
export interface Sound { readonly track: MediaStreamTrack; end(): void }

export function sound(media: Media): Sound {
  const context = new AudioContext();
  const mixed = context.createMediaStreamDestination();
  const sources = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>();
  let isOver = false;
  void context.resume();
  join();
  media.onChange(join);

  function join(): void {
    if (isOver) return;
    const tracks = new Set([...media.local.getAudioTracks(), ...media.remote.getAudioTracks()].filter(track => track.readyState === 'live'));
    for (const [track, source] of sources) {
      if (tracks.has(track)) continue;
      source.disconnect();
      sources.delete(track);
    }
    for (const track of tracks) {
      if (sources.has(track)) continue;
      const source = context.createMediaStreamSource(new MediaStream([track]));
      source.connect(mixed);
      sources.set(track, source);
    }
  }

  return {
    track: mixed.stream.getAudioTracks()[0]!,
    end: () => {
      isOver = true;
      sources.clear();
      void context.close();
    },
  };
}
