// Waits until the application (whose process id is the argument) answers, then says where it is and who can sign in.
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const pid = Number(process.argv[2]);
const address = new URL(process.env.ASPNETCORE_URLS.split(';')[0].replace(/\/\/(\*|\+|0\.0\.0\.0|\[::\])/, '//localhost'));
const began = Date.now();

while (!(await answers())) {
  if (!isRunning()) process.exit(0);
  if (Date.now() - began > 60_000) fail('RemoteSupport is not ready after a minute; its messages above may say why.');
  await delay(100);
}
console.log(`\nRemoteSupport is ready: ${address}`);
for (const [host, accounts] of demoAccounts()) printTenant(host, accounts);
console.log('\nCtrl-C stops it.\n');

async function answers() {
  try {
    return (await fetch(new URL('/health/ready', address), { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

function isRunning() {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Accounts of .data/demo.json by host; there is no such file outside development. */
function demoAccounts() {
  const byHost = new Map();
  if (!existsSync('.data/demo.json')) return byHost;
  for (const account of JSON.parse(readFileSync('.data/demo.json', 'utf8'))) {
    byHost.set(account.host, [...(byHost.get(account.host) ?? []), account]);
  }
  return byHost;
}

function printTenant(host, accounts) {
  const place = new URL(address);
  place.hostname = host;
  console.log(`\n${place}`);
  for (const { email, password, kind, role } of accounts) {
    console.log(`  ${email.padEnd(40)} ${password.padEnd(20)} ${[kind, role].filter(Boolean).join(', ')}`);
  }
}
