// A worker of its own (/assets/ticks.js): says "now" as often as it was told to.
addEventListener('message', (event: MessageEvent<number>) => setInterval(() => postMessage(null), event.data));
