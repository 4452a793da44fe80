/** Why there is no camera or no microphone. Each has words and a picture on the page. */
export type Problem = 'browser' | 'dismissed' | 'system' | 'in_app' | 'missing' | 'in_use' | 'unsupported';

/** Messengers and social networks open links in a browser of their own, which often may not use the camera at all. */
const apps = /FBAN|FBAV|FB_IAB|Instagram|Messenger|WhatsApp|\bLine\/|MicroMessenger|Snapchat|Twitter|TikTok|musical_ly|BytedanceWebview|LinkedInApp|Pinterest|Telegram|Viber|KAKAOTALK|GSA\//i;

export function isInAppBrowser(userAgent: string): boolean {
  const isAndroidView = /Android/.test(userAgent) && /; wv\)/.test(userAgent);
  const isAppleView = /iPhone|iPad|iPod/.test(userAgent) && !/Safari\//.test(userAgent);
  return apps.test(userAgent) || isAndroidView || isAppleView;
}

/** The browsers say in a word what is wrong, and the better half of it in the message. */
export function problemOf(error: { name: string; message: string }, userAgent: string): Problem {
  switch (error.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      if (/system/i.test(error.message)) return 'system';
      if (isInAppBrowser(userAgent)) return 'in_app';
      return /dismiss/i.test(error.message) ? 'dismissed' : 'browser';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'in_use';
    default:
      return isInAppBrowser(userAgent) ? 'in_app' : 'unsupported';
  }
}

export const blockOf = (problem: Problem | undefined): 'browser' | 'system' | 'in_app' | undefined =>
  problem === 'browser' || problem === 'dismissed' ? 'browser' : problem === 'system' || problem === 'in_app' ? problem : undefined;
