import type { DeviceName } from './device-name';
import type { Problem } from './device-problems';

/** Which of the page's lessons helps: each browser hides its switch elsewhere, and so does each system. */
export function lessonFor(problem: Problem, { browser, system }: DeviceName): string {
  switch (problem) {
    case 'dismissed':
      return 'dismissed';
    case 'browser':
      return browserLesson(browser, system);
    case 'system':
      return { Android: 'system-android', iOS: 'system-ios', macOS: 'system-mac', Windows: 'system-windows' }[system] ?? 'system-other';
    case 'in_app':
      return 'in-app';
    case 'missing':
      return 'missing';
    case 'in_use':
      return 'in-use';
    case 'unsupported':
      return 'unsupported';
  }
}

function browserLesson(browser: string, system: string): string {
  if (system === 'iOS') return browser === 'Safari' ? 'browser-safari-phone' : 'system-ios';
  if (system === 'Android') return 'browser-chromium-phone';
  return browser === 'Safari' ? 'browser-safari' : browser === 'Firefox' ? 'browser-firefox' : 'browser-chromium';
}
