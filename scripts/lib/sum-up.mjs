// Adds up the counters of all .trx and .tap files in a folder and prints "passed failed".
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
let passed = 0;
let failed = 0;
for (const file of readdirSync(folder).filter(name => name.endsWith('.trx'))) {
  const counters = readFileSync(join(folder, file), 'utf8').match(/<Counters [^>]*>/)?.[0] ?? ''; // none when the run was cut off
  passed += count(counters, 'passed');
  failed += ['failed', 'error', 'timeout', 'aborted'].reduce((sum, name) => sum + count(counters, name), 0);
}
for (const file of readdirSync(folder).filter(name => name.endsWith('.tap'))) {
  const report = readFileSync(join(folder, file), 'utf8');
  passed += line(report, 'pass');
  failed += line(report, 'fail') + line(report, 'cancelled');
}
console.log(passed, failed);

function count(counters, name) {
  return Number(counters.match(new RegExp(` ${name}="(\\d+)"`))?.[1] ?? 0);
}

/** What node's test runner counts in its last lines. */
function line(report, name) {
  return Number(report.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
}
