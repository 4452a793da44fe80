// Between the parts of the call room: the media below, the tools on top. Texts come from the page; no sentence stands in a script.

/** The picture that both sides look at, as this side shows it. */
export interface Stage {
  readonly video: HTMLVideoElement;
  readonly overlay: HTMLCanvasElement;
  readonly root: HTMLElement;
  /** Width and height of the picture itself, in its own pixels; 0 while there is none. */
  size(): { width: number; height: number };
  /** Where the picture stands in root, in CSS pixels (object-fit: contain, and zoom). */
  frame(): DOMRectReadOnly;
  /** Calls back when the picture, its size or its place changes. */
  onChange(changed: () => void): void;
  /** What it is, and a number that changes with every switch: marks belong to one picture. */
  source(): { kind: 'guest-camera' | 'guest-screen' | 'host-screen' | 'none'; number: number };
}

/** Small messages to the other side over the call's data channel, in order. */
export interface Channel {
  readonly isOpen: boolean;
  send(message: { type: string }): void;
  sendBytes(type: string, bytes: ArrayBuffer): void;
  on<T>(type: string, heard: (message: T) => void): void;
  onOpen(opened: () => void): void;
}

/** Streams as they are now. */
export interface Media {
  readonly local: MediaStream;
  readonly remote: MediaStream;
  onChange(changed: () => void): void;
  /** A full-resolution still of the own camera where the browser can, else of its video. */
  still(): Promise<Blob>;
}

/** The room's HTTP; paths are below the room's address. */
export interface Server {
  state(): Promise<RoomState>;
  post(path: string, body?: unknown): Promise<Response>;
  put(path: string, body: Blob): Promise<Response>;
  upload(path: string, body: Blob, progress?: (part: number) => void): Promise<Response>;
  url(path: string): string;
}

/** What every part of the room gets, once it stands. */
export interface Room {
  readonly side: 'host' | 'guest';
  readonly page: HTMLElement;
  readonly state: RoomState;
  onState(changed: (state: RoomState) => void): void;
  readonly stage: Stage;
  readonly channel: Channel;
  readonly media: Media;
  readonly server: Server;
  /** Shows a short notice, announced to screen readers. */
  say(text: string): void;
}

export interface RoomState {
  call: string;
  side: 'host' | 'guest';
  state: 'ringing' | 'in_call' | 'done' | 'missed';
  rangAt: string;
  answeredAt?: string;
  endedAt?: string;
  now: string;
  me: { name: string };
  other: { name: string; isHere: boolean; device?: string; media?: MediaReport };
  ice: { servers: RTCIceServer[]; expiresAt?: string };
  recording?: { id: string; state: 'asking' | 'running' | 'joining'; startedAt?: string };
  entries: Entry[];
  files: { largest: number; accept: string };
}

export interface MediaReport {
  camera: 'on' | 'off' | 'refused' | 'missing';
  microphone: 'on' | 'off' | 'refused' | 'missing';
  block?: 'browser' | 'system' | 'in_app';
}

export interface Entry {
  id: string;
  at: string;
  side: 'host' | 'guest' | 'system';
  author?: string;
  kind: string;
  text?: string;
  media?: MediaItem;
}

export interface MediaItem {
  id: string;
  name: string;
  kind: 'photo' | 'video' | 'document';
  mediaType: string;
  size: number;
  hasThumbnail: boolean;
}
