/** What a browser says of itself, in two words that people know. */
export interface DeviceName { browser: string; system: string }

// The first that fits: most name others, too.
const browsers: [string, RegExp][] = [
  ['Edge', /Edg(A|iOS)?\//], ['Samsung Internet', /SamsungBrowser\//], ['Opera', /OPR\/|OPT\//], ['Firefox', /Firefox\/|FxiOS\//], ['Chrome', /Chrome\/|CriOS\//], ['Safari', /Safari\//],
];
const systems: [string, RegExp][] = [
  ['Android', /Android/], ['iOS', /iPhone|iPad|iPod/], ['Windows', /Windows/], ['macOS', /Mac OS X|Macintosh/], ['ChromeOS', /CrOS/], ['Linux', /Linux/],
];

export function deviceOf(userAgent: string, touchPoints = 0): DeviceName {
  const of = (names: [string, RegExp][]): string => names.find(([, sign]) => sign.test(userAgent))?.[0] ?? '';
  const system = of(systems);
  // An iPad says that it is a Mac, but no Mac has a screen to touch.
  return { browser: of(browsers), system: system === 'macOS' && touchPoints > 1 ? 'iOS' : system };
}

export const nameOf = ({ browser, system }: DeviceName): string => [browser, system].filter(Boolean).join(', ');

export function deviceFrom(name: string | undefined): DeviceName {
  const [browser = '', system = ''] = (name ?? '').split(', ');
  return { browser, system };
}
