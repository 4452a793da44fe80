const words = [
  'camera-on', 'camera-off', 'microphone-on', 'microphone-off', 'other-shares', 'screen-stopped', 'screen-refused', 'direct', 'relayed', 'not-sent', 'came', 'left',
];
const lessons = ['dismissed', 'browser-chromium', 'system-other', 'missing', 'in-use'];
const doers = ['microphone', 'camera', 'switch-camera', 'lamp', 'share-screen', 'hear', 'ask-again', 'without'];

/** What the parts of the room itself look for: buttons, the coach's card, words. */
export const roomMarkup = (): string => `
  ${doers.map(what => `<button data-do="${what}"><span data-when="on">on</span><span data-when="off">off</span></button>`).join('')}
  <section data-coach hidden>
    <h2 data-missing="camera">camera</h2><h2 data-missing="microphone">microphone</h2><h2 data-missing="both">both</h2><div data-lesson-body></div>
  </section>
  ${lessons.map(name => `<template data-lesson="${name}"><p>${name}</p></template>`).join('')}
  <p data-paused="own" hidden></p><p data-paused="theirs" hidden></p><p data-sharing hidden></p>
  <p data-verdict="good" hidden></p><p data-figures></p>
  <div hidden>${words.map(name => `<span data-words="${name}">${name} {0}</span>`).join('')}</div>`;
